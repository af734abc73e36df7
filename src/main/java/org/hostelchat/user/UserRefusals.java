package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import org.hostelchat.refusal.Refusal;

/** Why the register refuses, where more than one of its classes does. */
final class UserRefusals {

    private UserRefusals() {}

    static Refusal nobody() {
        return new Refusal.NotFound("no-such-user", "Nobody is registered with this enrolment number.");
    }

    /** @param holder who has the number */
    static Refusal isTaken(User holder) {
        return new Refusal.Conflict(
                "enrolment-number-taken",
                "The enrolment number " + holder.enrolmentNumber() + " is already registered: it is the number of "
                        + holder.name() + ".");
    }

    /** @throws Refusal.Conflict if there is no other official than this user */
    static void refuseWithoutAdmin(EntityManager em, User user) {
        if (UserQuery.officials(em, user.id()) == 0) {
            throw new Refusal.Conflict(
                    "last-admin",
                    user.name() + " is the last official of the hostel. Make somebody else an official first.");
        }
    }

    static Refusal.Conflict passwordChanged() {
        return new Refusal.Conflict(
                "conflict",
                "This password was already changed after you opened this page. If you did not see the new password,"
                        + " please make another one.");
    }
}
