package org.hostelchat.page.admin;

import org.hostelchat.language.Phrase;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Parameters;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.User;

/**
 * The account that a form is about. A form's URL names the account by its enrolment number, but numbers can be changed:
 * when the form is sent, that number may be another person's. So the form also sends the account's id, which never
 * changes, in its field {@code id}.
 */
final class FormSubject {

    private FormSubject() {}

    /** The value for the field: if a form was sent, the id that it contained, so that it stays about the same account. */
    static long id(User user) {
        return Parameters.isPost() ? sent() : user.id();
    }

    /** @throws Refusal.Conflict if the form that was sent was opened for another account */
    static void require(User user) {
        require(user, sent());
    }

    static void require(User user, long id) {
        if (user.id() == id) return;
        throw new Refusal.Conflict(
                "conflict", Phrase.of("page.other-number", "number", user.enrolmentNumber(), "name", user.name()));
    }

    /** Redirects to the list of residents, with a message that nobody has this number any more. */
    static void gone(FormOutcome outcome) {
        outcome.go("/admin/users?done=gone");
    }

    private static long sent() {
        return Parameters.number("id");
    }
}
