package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** Why the register refuses, where more than one of its classes does. */
final class UserRefusals {

    private UserRefusals() {}

    static Refusal nobody() {
        return new Refusal.NotFound("no-such-user", Phrase.of("user.not-registered"));
    }

    /** @param holder who has the number */
    static Refusal isTaken(User holder) {
        return new Refusal.Conflict(
                "enrolment-number-taken",
                Phrase.of("user.number-taken", "number", holder.enrolmentNumber(), "name", holder.name()));
    }

    /** @throws Refusal.Conflict if there is no other official than this user */
    static void refuseWithoutAdmin(EntityManager em, User user) {
        if (UserQuery.officials(em, user.id()) == 0) {
            throw new Refusal.Conflict("last-admin", Phrase.of("user.last-admin", "name", user.name()));
        }
    }

    static Refusal.Conflict passwordChanged() {
        return new Refusal.Conflict("conflict", Phrase.of("user.password-already-changed"));
    }
}
