package org.hostelchat.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hostelchat.refusal.Problem;
import org.hostelchat.wire.ProblemAnswer;

/** Writes the response to a refused request: an error page for people, problem+json for programs. */
final class Refusals {

    private Refusals() {}

    static void tell(HttpServletResponse response, RequestArea place, Problem problem) throws IOException {
        if (place.isForPeople()) ProblemAnswer.sendPage(response, problem);
        else ProblemAnswer.send(response, problem);
    }

    /** Names the allowed methods; always as problem+json, because pages are only requested by GET and POST. */
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
