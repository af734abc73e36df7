package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;

import org.hostelchat.auth.NewSignInCode;

/** The form of a code that signs in once, for the official who has made it. */
public final class SignInCodeForms {

    private SignInCodeForms() {}

    /** @param hostel the address of the hostel with a slash at its end; empty if it is not known, and the code's address null then */
    public static ObjectForm<NewSignInCode> at(String hostel) {
        return ObjectForm.<NewSignInCode>empty()
                .with("code", TEXT, NewSignInCode::code)
                .with("address", TEXT, made -> hostel.isEmpty() ? null : made.address(hostel))
                .with("until", TIME, NewSignInCode::until);
    }
}
