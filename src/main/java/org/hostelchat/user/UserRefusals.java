package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** Refusals that several classes of the register throw. */
public final class UserRefusals {

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

    /** @throws Refusal.Conflict if somebody else has this number */
    static void refuseTaken(EntityManager em, String number, User by) {
        UserQuery.find(em, number).filter(other -> other.id() != by.id()).ifPresent(holder -> {
            throw isTaken(holder);
        });
    }

    /** @throws Refusal.Conflict if this user is the only active admin without a last day */
    static void refuseWithoutAdmin(EntityManager em, User user) {
        if (UserQuery.officials(em, user.id()) == 0) {
            throw new Refusal.Conflict("last-admin", Phrase.of("user.last-admin", "name", user.name()));
        }
    }

    static Refusal.Conflict passwordChanged() {
        return new Refusal.Conflict("conflict", Phrase.of("user.password-already-changed"));
    }

    /** There is an official: nobody can become the first one any more. */
    public static Refusal isSetUp() {
        return new Refusal.NotAllowed("set-up-already", Phrase.of("user.set-up-already"));
    }
}
