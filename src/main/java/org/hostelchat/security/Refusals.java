package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Problem;
import org.hostelchat.wire.ProblemAnswer;

/** Writes the response to a refused request: an error page for people, problem+json for programs. */
final class Refusals {

    private Refusals() {}

    static void tell(HttpServletRequest request, HttpServletResponse response, RequestArea place, Problem problem)
            throws IOException {
        if (place.isForPeople()) ProblemAnswer.sendPage(request, response, problem);
        else ProblemAnswer.send(response, problem);
    }

    /** Names the allowed methods; always as problem+json, because pages are only requested by GET and POST. */
    static void tellMethods(HttpServletResponse response, RequestArea place, Language language) throws IOException {
        response.setHeader("Allow", String.join(", ", place.methods()));
        ProblemAnswer.send(response, methodNotAllowed(language));
    }

    static Problem tooLarge(Language language) {
        return Problem.of(413, "too-large", Phrase.of("request.too-large"), language);
    }

    static Problem methodNotAllowed(Language language) {
        return Problem.of(405, "method-not-allowed", Phrase.of("api.no-such-method"), language);
    }
}
