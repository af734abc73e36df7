package org.hostelchat.cli;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the server said to one call.
 *
 * @param body JSON, or empty if what came is no JSON
 * @param retryAfter how long the server asks to wait, or zero
 */
record Answer(int status, Optional<Json> body, boolean problem, Duration retryAfter) {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** By the ends of their types: the problems after which something may have been done all the same. */
    private static final Set<String> UNCERTAIN = Set.of("not-stored", "no-answer-yet");

    static Answer of(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        Duration wait = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
        return new Answer(
                response.statusCode(), parsed(response.body()), type.startsWith("application/problem+json"), wait);
    }

    private static Optional<Json> parsed(String text) {
        try {
            return text.isBlank() ? Optional.of(new Json.Nothing()) : Optional.of(JsonReader.read(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the server is only busy, for a time that somebody would wait, and did nothing. */
    boolean isWorthAnotherTry() {
        return problem
                && (status == 429 || status == 503)
                && !isUncertain()
                && !retryAfter.isZero()
                && retryAfter.compareTo(LONGEST_WAIT) <= 0;
    }

    private boolean isUncertain() {
        return body.flatMap(json -> json.text("type"))
                .filter(type -> UNCERTAIN.contains(type.substring(type.lastIndexOf('/') + 1)))
                .isPresent();
    }

    /** @throws Failure refused, or unreachable if this is no answer of a hostel chat */
    Json result(ServerAddress address, Credential credential) {
        boolean done = status >= 200 && status < 300;
        if (done && body.isPresent()) {
            return body.get();
        }
        if (problem && body.isPresent()) {
            Failure refused = Failure.refused(status, words(body.get(), credential));
            throw isUncertain() ? refused.leavingOpen() : refused;
        }
        throw Failure.unreachable("What answers at " + address + " is not a hostel chat, or it is still starting ("
                + status + ").\nAnother address: --url URL.");
    }

    private String words(Json body, Credential credential) {
        String said = body.text("detail").or(() -> body.text("title")).orElse("Refused with status " + status + ".");
        String details = body.items("violations").stream()
                .map(each -> each.text("field").orElse("?") + ": "
                        + each.text("message").orElse("?"))
                .collect(Collectors.joining("; "));
        if (status == 401) {
            details = "The server does not accept " + credential.origin() + ".";
        } else if (isUncertain()) {
            details = Failure.OPEN;
        } else if (!retryAfter.isZero()) {
            details = "Try again in " + retryAfter.toSeconds() + " seconds.";
        }
        return SafeText.oneLine(said) + (details.isEmpty() ? "" : "\n" + SafeText.oneLine(details));
    }
}
