package org.hostelchat.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Violations;
import org.hostelchat.text.Characters;
import org.hostelchat.user.Names;

/**
 * A token to be made, as entered.
 *
 * @param scope null for {@link TokenScope#ALL}
 * @param machine whether it is a machine token, which outlives its maker's time in office; else it is personal
 * @param days how long it is valid: 1 to {@value #LONGEST_PERSONAL} for a personal one, or to {@value
 * #LONGEST_OF_OFFICE} for a machine token; null for the longest, which for a machine token is without limit
 */
public record TokenDraft(String name, TokenScope scope, boolean machine, Long days) {

    public static final int LONGEST_PERSONAL = 365;
    public static final int LONGEST_OF_OFFICE = 3_650;

    private static final int LONGEST_NAME = 64;

    public TokenDraft {
        name = Names.normal(name);
        if (scope == null) scope = TokenScope.ALL;
    }

    /** A copy for a machine token. */
    TokenDraft ofOffice() {
        return new TokenDraft(name, scope, true, days);
    }

    /** Adds a violation for every invalid field. */
    void check(Violations violations) {
        violations.check("name", nameProblem());
        violations.check("days", daysProblem());
    }

    /** When it expires if it is made now, or null for never. */
    Instant endsAt(Instant now) {
        if (days != null) return now.plus(Duration.ofDays(days));
        return machine ? null : now.plus(Duration.ofDays(LONGEST_PERSONAL));
    }

    private Optional<Phrase> nameProblem() {
        if (name.isEmpty()) return Optional.of(Phrase.of("auth.token-name-missing"));
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of(Phrase.of("auth.token-name-too-long", "most", LONGEST_NAME));
        }
        if (!Characters.showsSomething(name)) return Optional.of(Phrase.of("auth.token-name-unseen"));
        return name.codePoints().anyMatch(Names::isForbidden) ? Optional.of(Names.FORBIDDEN) : Optional.empty();
    }

    private Optional<Phrase> daysProblem() {
        var most = machine ? LONGEST_OF_OFFICE : LONGEST_PERSONAL;
        if (days == null || (days >= 1 && days <= most)) return Optional.empty();
        return Optional.of(Phrase.of("auth.token-days", "most", most));
    }
}
