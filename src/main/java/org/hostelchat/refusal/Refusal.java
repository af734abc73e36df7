package org.hostelchat.refusal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;

/**
 * The reason why something was not done, thrown by the core and translated once by each door.
 *
 * <p>The slug is stable: clients branch on it. The detail is for people, in their language: it says what happened, what was kept and
 * what to do. What is given as a string is for programs, and is said in English only. A refusal rolls back the transaction it is thrown
 * in and carries no stack trace, since it is an answer and not a fault.
 */
public abstract sealed class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String slug;
    private final transient Phrase detail;

    private Refusal(String slug, Phrase detail) {
        super(detail.toString(), null, false, false);
        this.slug = slug;
        this.detail = detail;
    }

    /** The refusal that this is or was caused by; anything else is a {@link Fault}, which is then in the log. */
    public static Refusal of(Throwable failure, System.Logger log) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return refusal;
        }
        return Fault.of(failure, log);
    }

    /** Names the kind of refusal for programs, in lower case with hyphens, for ever the same. */
    public String slug() {
        return slug;
    }

    /** What this refusal looks like on the wire, in English. */
    public Problem problem() {
        return problem(Language.EN);
    }

    /** The same, in the language of whoever reads it. */
    public Problem problem(Language language) {
        return Problem.of(this, language);
    }

    /** What happened, what was kept and what to do. */
    String detail(Language language) {
        return detail == null ? getMessage() : detail.in(language);
    }

    /** What came can't be read at all. */
    public static final class Unreadable extends Refusal {
        private static final long serialVersionUID = 1;

        public Unreadable(String slug, Phrase detail) {
            super(slug, detail);
        }

        public Unreadable(String slug, String detail) {
            this(slug, Phrase.literal(detail));
        }
    }

    /** Nobody is signed in, or the credentials are wrong. */
    public static final class NotSignedIn extends Refusal {
        private static final long serialVersionUID = 1;

        public NotSignedIn(String slug, Phrase detail) {
            super(slug, detail);
        }

        public NotSignedIn(String slug, String detail) {
            this(slug, Phrase.literal(detail));
        }

        public NotSignedIn() {
            this("not-signed-in", Phrase.of("refusal.not-signed-in"));
        }
    }

    /** The caller is known and may not do this. */
    public static final class NotAllowed extends Refusal {
        private static final long serialVersionUID = 1;

        public NotAllowed(String slug, Phrase detail) {
            super(slug, detail);
        }

        public NotAllowed(String slug, String detail) {
            this(slug, Phrase.literal(detail));
        }
    }

    /** It is not there, or not the caller's: the two are not told apart. */
    public static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1;

        public NotFound(String slug, Phrase detail) {
            super(slug, detail);
        }

        public NotFound(String slug, String detail) {
            this(slug, Phrase.literal(detail));
        }
    }

    /** It contradicts what is stored. */
    public static final class Conflict extends Refusal {
        private static final long serialVersionUID = 1;

        public Conflict(String slug, Phrase detail) {
            super(slug, detail);
        }

        public Conflict(String slug, String detail) {
            this(slug, Phrase.literal(detail));
        }
    }

    /** More bytes than this door takes. */
    public static final class TooLarge extends Refusal {
        private static final long serialVersionUID = 1;

        public TooLarge(String slug, Phrase detail) {
            super(slug, detail);
        }

        public TooLarge(String slug, String detail) {
            this(slug, Phrase.literal(detail));
        }
    }

    /** Read, but not acceptable; the violations name the fields. */
    public static final class Unacceptable extends Refusal {
        private static final long serialVersionUID = 1;

        private final transient List<Violation> violations;

        public Unacceptable(String slug, Phrase detail, List<Violation> violations) {
            super(slug, detail);
            this.violations = List.copyOf(violations);
        }

        /** For the common case that one field is at fault: the detail is the field's message. */
        public Unacceptable(String slug, String field, Phrase message) {
            this(slug, message, List.of(new Violation(field, message)));
        }

        public Unacceptable(String slug, String field, String message) {
            this(slug, field, Phrase.literal(message));
        }

        public Unacceptable(String slug, String detail, List<Violation> violations) {
            this(slug, Phrase.literal(detail), violations);
        }

        public List<Violation> violations() {
            return violations == null ? List.of() : violations;
        }
    }

    /** Too many, too quickly, by one caller: nothing was stored, try again after {@link #retryAfter()}. */
    public static final class TooFast extends Refusal implements Retryable {
        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        public TooFast(String slug, Phrase detail, Duration retryAfter) {
            super(slug, detail);
            this.retryAfter = retryAfter;
        }

        public TooFast(String slug, String detail, Duration retryAfter) {
            this(slug, Phrase.literal(detail), retryAfter);
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * The house can't do it at the moment, whoever asks: try again after {@link #retryAfter()}. Nothing was stored, unless it
     * is {@link Uncertain}.
     */
    public static sealed class Unavailable extends Refusal implements Retryable permits Uncertain {
        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        public Unavailable(String slug, Phrase detail, Duration retryAfter) {
            super(slug, detail);
            this.retryAfter = retryAfter;
        }

        public Unavailable(String slug, String detail, Duration retryAfter) {
            this(slug, Phrase.literal(detail), retryAfter);
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Nobody can say whether it was stored. The same again is harmless only if it bears an id by which it is known again. */
    public static final class Uncertain extends Unavailable {
        private static final long serialVersionUID = 1;

        public Uncertain(String slug, Phrase detail, Duration retryAfter) {
            super(slug, detail, retryAfter);
        }
    }

    /** A mistake of ours. A stranger learns nothing but a number, under which the log has the rest. */
    public static final class Fault extends Refusal {
        private static final long serialVersionUID = 1;

        private Fault(String number) {
            super("fault", Phrase.of("refusal.fault", "number", number));
        }

        /** Writes what went wrong into the log, with its trace, under the number that the refusal tells. */
        public static Fault of(Throwable cause, System.Logger log) {
            var number = UUID.randomUUID().toString();
            log.log(System.Logger.Level.ERROR, "Fault " + number, cause);
            return new Fault(number);
        }
    }

    /** A refusal that a later, identical try may overcome. */
    public sealed interface Retryable permits TooFast, Unavailable {
        Duration retryAfter();
    }
}
