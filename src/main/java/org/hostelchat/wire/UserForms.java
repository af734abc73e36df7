package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.CHOICE;
import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;

import java.util.function.Function;
import org.hostelchat.presence.Presence;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.RegisteredUser;
import org.hostelchat.user.User;

/** The forms of people, for everybody, for themselves and for officials. */
public final class UserForms {

    /** A person who is present. */
    public static final ObjectForm<Presence> PRESENCE = person(Presence::id, Presence::name, Presence::role);

    /** The caller. */
    public static final ObjectForm<Caller> CALLER = person(Caller::id, Caller::name, Caller::role);

    /** A resident, for everybody. */
    public static final ObjectForm<User> RESIDENT = person(User::id, User::name, User::role);

    /** A user's own account. */
    public static final ObjectForm<User> SELF = ObjectForm.<User>empty()
            .with("id", NUMBER, User::id)
            .with("name", TEXT, User::name)
            .with("enrolmentNumber", TEXT, User::enrolmentNumber)
            .with("role", CHOICE, User::role)
            .with("mustChangePassword", FLAG, User::mustChangePassword);

    /** The result of signing in. */
    public static final ObjectForm<User> SIGNED_IN =
            ObjectForm.<User>empty().with("user", FieldType.object(SELF), user -> user);

    /** An entry of the register, for officials. */
    public static final ObjectForm<User> ENTRY = withDetails(ObjectForm.<User>empty()
            .with("id", NUMBER, User::id)
            .with("name", TEXT, User::name)
            .with("enrolmentNumber", TEXT, User::enrolmentNumber)
            .with("role", CHOICE, User::role)
            .with("active", FLAG, User::isActive)
            .with("mustChangePassword", FLAG, User::mustChangePassword)
            .with("createdAt", TIME, User::createdAt)
            .with("lastSeenAt", TIME, User::lastSeenAt));

    /** A new entry with the generated password, which is sent only once. */
    public static final ObjectForm<RegisteredUser> REGISTERED =
            ENTRY.within(RegisteredUser::user).withAny("initialPassword", TEXT, RegisteredUser::initialPassword);

    /** A generated password, which is sent only once. */
    public static final ObjectForm<String> INITIAL_PASSWORD =
            ObjectForm.<String>empty().with("initialPassword", TEXT, password -> password);

    private UserForms() {}

    /** With a field for each column of the register, null where nothing is known. */
    private static ObjectForm<User> withDetails(ObjectForm<User> form) {
        for (var column : RegisterColumn.values()) {
            form = form.with(column.code(), TEXT, user -> user.detail(column));
        }
        return form;
    }

    /** The fields that everybody may know of a person. */
    static <T> ObjectForm<T> person(Function<T, Long> id, Function<T, String> name, Function<T, Role> role) {
        return ObjectForm.<T>empty()
                .with("id", NUMBER, id)
                .with("name", TEXT, name)
                .with("role", CHOICE, role);
    }
}
