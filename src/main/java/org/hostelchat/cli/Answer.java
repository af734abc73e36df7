package org.hostelchat.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.cli.text.SafeText;

/**
 * The server's response to one call.
 *
 * @param body the JSON of the body; empty if the body is not JSON
 * @param retryAfter how long the server asks to wait; zero if it does not
 */
record Answer(int status, Optional<JsonObject> body, boolean problem, Duration retryAfter) {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Problem types (their last path segments) after which the call may have been carried out all the same. */
    private static final Set<String> UNCERTAIN = Set.of("not-stored", "no-answer-yet");

    static Answer of(HttpResponse<?> response, String text) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        Duration wait = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
        return new Answer(response.statusCode(), parsed(text), type.startsWith("application/problem+json"), wait);
    }

    private static Optional<JsonObject> parsed(String text) {
        return text.isBlank() ? Optional.of(JsonValue.EMPTY_JSON_OBJECT) : JsonFields.parse(text);
    }

    /** Whether to repeat the call: the server did nothing because it is busy, and asks to wait for an acceptable time. */
    boolean isRetryable() {
        return problem
                && (status == 429 || status == 503)
                && !isUncertain()
                && !retryAfter.isZero()
                && retryAfter.compareTo(LONGEST_WAIT) <= 0;
    }

    private boolean isUncertain() {
        return body.flatMap(json -> JsonFields.text(json, "type"))
                .filter(type -> UNCERTAIN.contains(type.substring(type.lastIndexOf('/') + 1)))
                .isPresent();
    }

    /**
     * Returns the body of a successful response.
     *
     * @throws Failure refused by the server; or unreachable, if the response is not one of Hostel Chat
     */
    JsonObject result(ServerAddress address, Credential credential) {
        boolean done = status >= 200 && status < 300;
        if (done && body.isPresent()) {
            return body.get();
        }
        if (problem && body.isPresent()) {
            Failure refused = Failure.refused(status, words(body.get(), address, credential));
            throw isUncertain() ? refused.asUncertain() : refused;
        }
        throw Failure.unreachable(CliWords.text(
                "server.no-hostel-chat", "address", address, "origin", address.origin(), "status", status));
    }

    /** With one violation the detail is its message, which may not name the field. */
    private static String named(String said, List<JsonObject> violations) {
        return violations.stream()
                .filter(each -> JsonFields.text(each, "message").orElse("").equals(said))
                .findFirst()
                .map(Field::message)
                .orElse(said);
    }

    private String words(JsonObject body, ServerAddress address, Credential credential) {
        String said = JsonFields.text(body, "detail")
                .or(() -> JsonFields.text(body, "title"))
                .orElse(CliWords.text("server.status", "status", status));
        List<JsonObject> violations = JsonFields.items(body, "violations");
        String details = violations.stream()
                .filter(each -> !said.contains(JsonFields.text(each, "message").orElse("")))
                .map(Field::message)
                .collect(Collectors.joining("; "));
        if (status == 401) {
            details = CliWords.text("server.not-accepted", "address", address, "credential", credential.origin());
        } else if (isUncertain()) {
            details = Failure.uncertainNote();
        } else if (!retryAfter.isZero()) {
            details = CliWords.counted("server.try-again", retryAfter.toSeconds());
        }
        return SafeText.oneLine(named(said, violations)) + (details.isEmpty() ? "" : "\n" + SafeText.oneLine(details));
    }
}
