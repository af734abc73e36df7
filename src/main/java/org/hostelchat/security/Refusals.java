package org.hostelchat.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hostelchat.refusal.Problem;
import org.hostelchat.wire.ProblemAnswer;

/** Tells of a refusal in a place's own way: people get the page for it, programs a problem. */
final class Refusals {

    private Refusals() {}

    static void tell(HttpServletResponse response, RequestArea place, Problem problem) throws IOException {
        if (place.isForPeople()) ProblemAnswer.sendPage(response, problem);
        else ProblemAnswer.send(response, problem);
    }

    /** Says which methods a place knows; always as a problem, since pages are shown to GET and POST only. */
    static void tellMethods(HttpServletResponse response, RequestArea place) throws IOException {
        response.setHeader("Allow", String.join(", ", place.methods()));
        ProblemAnswer.send(response, methodNotAllowed());
    }

    static Problem tooLarge() {
        return Problem.of(
                413, "too-large", "Too large", "More was sent than the server takes at once. Nothing was stored.");
    }

    static Problem methodNotAllowed() {
        return Problem.of(405, "method-not-allowed", "No such method", "This method is not used here.");
    }
}
