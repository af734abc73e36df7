package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** Refusals that several classes of the register throw. */
final class UserRefusals {

    private UserRefusals() {}

    static Refusal nobody() {
        return new Refusal.NotFound("no-such-user", Phrase.of("user.not-registered"));
    }

    /** @param holder the user who has the number */
    static Refusal isTaken(User holder) {
        return new Refusal.Conflict(
                "enrolment-number-taken",
                Phrase.of("user.number-taken", "number", holder.enrolmentNumber(), "name", holder.name()));
    }

    /** @throws Refusal.Conflict if this user is the only active admin */
    static void refuseWithoutAdmin(EntityManager em, User user) {
        if (UserQuery.officials(em, user.id()) == 0) {
            throw new Refusal.Conflict("last-admin", Phrase.of("user.last-admin", "name", user.name()));
        }
    }

    static Refusal.Conflict passwordChanged() {
        return new Refusal.Conflict("conflict", Phrase.of("user.password-already-changed"));
    }
}
