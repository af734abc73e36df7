package org.hostelchat.page.admin;

import org.hostelchat.language.Phrase;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Parameters;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.User;

/**
 * Whom a form is about. A form names the account by its enrolment number, and numbers are corrected: by the time the form is sent
 * that one may be somebody else's. The account's id, which the form brings in its field {@code id}, never changes hands.
 */
final class FormSubject {

    private FormSubject() {}

    /** For the form's field: of a form that was sent, what it brought, so that it stays about whom it was opened for. */
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

    /** Leads to the list of residents, which says that nobody has the number any more that the page or form was opened with. */
    static void gone(FormOutcome outcome) {
        outcome.go("/admin/users?done=gone");
    }

    private static long sent() {
        return Parameters.number("id");
    }
}
