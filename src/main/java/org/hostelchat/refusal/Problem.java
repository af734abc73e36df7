package org.hostelchat.refusal;

import java.util.List;
import java.util.Set;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;
import org.hostelchat.language.Words;

/**
 * A refusal in the form of RFC 9457 ({@code application/problem+json}).
 *
 * @param type a stable relative reference that ends in the slug
 * @param title the kind of refusal in a few words
 * @param status the HTTP status code, also sent over the WebSocket
 * @param detail what happened, what was kept, what to do
 * @param violations what is wrong, by field; empty if no field is invalid
 * @param retryAfter seconds until a retry makes sense, at least 1, or 0 if there is none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(
        String type, String title, int status, String detail, List<Violation> violations, long retryAfter) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The statuses whose title stands in the bundle under their number. */
    private static final Set<Integer> TITLED =
            Set.of(400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 422, 429, 500, 507);

    public static final String TYPE_PREFIX = "/problems/";

    public Problem {
        violations = List.copyOf(violations);
    }

    /** A problem that does not come from the core, such as a method that a resource does not support. */
    public static Problem of(int status, String slug, Phrase detail, Language language) {
        return new Problem(TYPE_PREFIX + slug, title(status, language), status, detail.in(language), List.of(), 0);
    }

    /** As JSON; {@code violations} and {@code retryAfter} are left out if there are none. */
    public String json() {
        var json = new StringBuilder(256).append("{\"type\":");
        quote(json, type);
        quote(json.append(",\"title\":"), title);
        json.append(",\"status\":").append(status);
        quote(json.append(",\"detail\":"), detail);
        if (!violations.isEmpty()) {
            json.append(",\"violations\":");
            var separator = '[';
            for (var violation : violations) {
                quote(json.append(separator).append("{\"field\":"), violation.field());
                quote(json.append(",\"message\":"), violation.message());
                json.append('}');
                separator = ',';
            }
            json.append(']');
        }
        if (retryAfter > 0) json.append(",\"retryAfter\":").append(retryAfter);
        return json.append('}').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') json.append('\\').append(c);
            else if (c < ' ' || Character.isSurrogate(c)) json.append(String.format("\\u%04x", (int) c));
            else json.append(c);
        }
        json.append('"');
    }

    static Problem of(Refusal refusal, Language language) {
        var violations =
                refusal instanceof Refusal.Unacceptable unacceptable ? unacceptable.violations() : List.<Violation>of();
        var spoken =
                violations.stream().map(violation -> violation.in(language)).toList();
        var retryAfter = refusal instanceof Refusal.Retryable retryable ? wholeSeconds(retryable) : 0;
        return new Problem(
                TYPE_PREFIX + refusal.slug(),
                title(status(refusal), language),
                status(refusal),
                refusal.detail(language),
                spoken,
                retryAfter);
    }

    private static long wholeSeconds(Refusal.Retryable refusal) {
        return Math.max(1, (refusal.retryAfter().toMillis() + 999) / 1000);
    }

    private static int status(Refusal refusal) {
        if (refusal instanceof Refusal.Unreadable) return 400;
        if (refusal instanceof Refusal.NotSignedIn) return 401;
        if (refusal instanceof Refusal.NotAllowed) return 403;
        if (refusal instanceof Refusal.NotFound) return 404;
        if (refusal instanceof Refusal.Conflict) return 409;
        if (refusal instanceof Refusal.Gone) return 410;
        if (refusal instanceof Refusal.TooLarge) return 413;
        if (refusal instanceof Refusal.WrongType) return 415;
        if (refusal instanceof Refusal.Unacceptable) return 422;
        if (refusal instanceof Refusal.TooFast) return 429;
        if (refusal instanceof Refusal.Fault) return 500;
        if (refusal instanceof Refusal.NoSpace) return 507;
        return 503;
    }

    private static String title(int status, Language language) {
        var key = TITLED.contains(status) ? Integer.toString(status) : status == 503 ? "unavailable" : "refused";
        return Words.PROBLEMS.template(language, "title." + key);
    }
}
