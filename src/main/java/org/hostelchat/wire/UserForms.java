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
import org.hostelchat.user.RegisteredUser;
import org.hostelchat.user.User;

/** People: as everybody may know them, as they know themselves, as the register has them. */
public final class UserForms {

    /** Somebody who is here. */
    public static final ObjectForm<Presence> PRESENCE = person(Presence::id, Presence::name, Presence::role);

    /** Whoever asks. */
    public static final ObjectForm<Caller> CALLER = person(Caller::id, Caller::name, Caller::role);

    /** Somebody who lives here, to everybody. */
    public static final ObjectForm<User> RESIDENT = person(User::id, User::name, User::role);

    /** What users may know of their own account. */
    public static final ObjectForm<User> SELF = ObjectForm.<User>empty()
            .with("id", NUMBER, User::id)
            .with("name", TEXT, User::name)
            .with("enrolmentNumber", TEXT, User::enrolmentNumber)
            .with("role", CHOICE, User::role)
            .with("mustChangePassword", FLAG, User::mustChangePassword);

    /** Who came in. */
    public static final ObjectForm<User> SIGNED_IN =
            ObjectForm.<User>empty().with("user", FieldType.object(SELF), user -> user);

    /** An entry of the register, for officials. */
    public static final ObjectForm<User> ENTRY = ObjectForm.<User>empty()
            .with("id", NUMBER, User::id)
            .with("name", TEXT, User::name)
            .with("enrolmentNumber", TEXT, User::enrolmentNumber)
            .with("role", CHOICE, User::role)
            .with("active", FLAG, User::isActive)
            .with("mustChangePassword", FLAG, User::mustChangePassword)
            .with("createdAt", TIME, User::createdAt)
            .with("lastSeenAt", TIME, User::lastSeenAt);

    /** The same of somebody who was just registered, with the password that was made, given out this once. */
    public static final ObjectForm<RegisteredUser> REGISTERED =
            ENTRY.within(RegisteredUser::user).withAny("initialPassword", TEXT, RegisteredUser::initialPassword);

    /** A password that was made, given out this once. */
    public static final ObjectForm<String> INITIAL_PASSWORD =
            ObjectForm.<String>empty().with("initialPassword", TEXT, password -> password);

    private UserForms() {}

    /** What everybody may know of somebody. */
    static <T> ObjectForm<T> person(Function<T, Long> id, Function<T, String> name, Function<T, Role> role) {
        return ObjectForm.<T>empty()
                .with("id", NUMBER, id)
                .with("name", TEXT, name)
                .with("role", CHOICE, role);
    }
}
