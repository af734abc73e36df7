package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.CHOICE;
import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;

import org.hostelchat.auth.AccessToken;
import org.hostelchat.auth.ListedToken;
import org.hostelchat.auth.NewToken;

/** The forms of access tokens. */
public final class TokenForms {

    private static final ObjectForm<AccessToken> NAME =
            ObjectForm.<AccessToken>empty().with("id", NUMBER, AccessToken::id).with("name", TEXT, AccessToken::name);

    private static final ObjectForm<AccessToken> RIGHTS = ObjectForm.<AccessToken>empty()
            .with("scope", CHOICE, AccessToken::scope)
            .with("machine", FLAG, AccessToken::isMachines);

    /** A stored token: {@code by} is the user whose rights it has, {@code maker} the name of the user who made it. */
    public static final ObjectForm<ListedToken> TOKEN = NAME.with("by", NUMBER, AccessToken::userId)
            .within(ListedToken::token)
            .with("maker", TEXT, ListedToken::maker)
            .with(RIGHTS.with("createdAt", TIME, AccessToken::createdAt)
                    .with("lastUsedAt", TIME, AccessToken::lastUsedAt)
                    .with("expiresAt", TIME, AccessToken::expiresAt)
                    .within(ListedToken::token));

    /** A new token with its secret, which is sent only once. */
    public static final ObjectForm<NewToken> NEW_TOKEN = NAME.with(RIGHTS)
            .with("expiresAt", TIME, AccessToken::expiresAt)
            .within(NewToken::entry)
            .with("token", TEXT, NewToken::token);

    private TokenForms() {}
}
