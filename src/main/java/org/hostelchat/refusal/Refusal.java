package org.hostelchat.refusal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;

/**
 * The reason why something was not done, thrown by the core and translated once by each adapter.
 *
 * <p>The slug is stable, because clients depend on it. The detail is for people, in their language: it says what
 * happened, what was kept and what to do. A refusal rolls back the transaction and has no stack trace, because it is an
 * expected answer and not a fault.
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

    /** The refusal that this is or was caused by; any other failure is logged and becomes a {@link Fault}. */
    public static Refusal of(Throwable failure, System.Logger log) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return refusal;
        }
        return Fault.of(failure, log);
    }

    /** Identifies the kind of refusal for programs, in lower case with hyphens; never changes. */
    public String slug() {
        return slug;
    }

    /** The problem sent to clients, in English. */
    public Problem problem() {
        return problem(Language.EN);
    }

    /** The problem in the reader's language. */
    public Problem problem(Language language) {
        return Problem.of(this, language);
    }

    /** What happened, what was kept and what to do. */
    String detail(Language language) {
        return detail == null ? getMessage() : detail.in(language);
    }

    /** The input cannot be parsed. */
    public static final class Unreadable extends Refusal {
        private static final long serialVersionUID = 1;

        public Unreadable(String slug, Phrase detail) {
            super(slug, detail);
        }
    }

    /** Nobody is signed in, or the credentials are wrong. */
    public static final class NotSignedIn extends Refusal {
        private static final long serialVersionUID = 1;

        public NotSignedIn(String slug, Phrase detail) {
            super(slug, detail);
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
    }

    /** It does not exist, or the caller may not see it: the two are not distinguished. */
    public static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1;

        public NotFound(String slug, Phrase detail) {
            super(slug, detail);
        }
    }

    /** It contradicts what is stored. */
    public static final class Conflict extends Refusal {
        private static final long serialVersionUID = 1;

        public Conflict(String slug, Phrase detail) {
            super(slug, detail);
        }
    }

    /** It was there, and is not given again. */
    public static final class Gone extends Refusal {
        private static final long serialVersionUID = 1;

        public Gone(String slug, Phrase detail) {
            super(slug, detail);
        }
    }

    /** More bytes than this interface accepts. */
    public static final class TooLarge extends Refusal {
        private static final long serialVersionUID = 1;

        public TooLarge(String slug, Phrase detail) {
            super(slug, detail);
        }
    }

    /** Bytes of another type than is said or needed. */
    public static final class WrongType extends Refusal {
        private static final long serialVersionUID = 1;

        public WrongType(String slug, Phrase detail) {
            super(slug, detail);
        }
    }

    /** There is no space left for it, for the caller or for anybody. */
    public static final class NoSpace extends Refusal {
        private static final long serialVersionUID = 1;

        public NoSpace(String slug, Phrase detail) {
            super(slug, detail);
        }
    }

    /** Valid syntax, but invalid content; the violations name the fields. */
    public static final class Unacceptable extends Refusal {
        private static final long serialVersionUID = 1;

        private final transient List<Violation> violations;

        public Unacceptable(String slug, Phrase detail, List<Violation> violations) {
            super(slug, detail);
            this.violations = List.copyOf(violations);
        }

        /** For the common case of one invalid field: the detail is the field's message. */
        public Unacceptable(String slug, String field, Phrase message) {
            this(slug, message, List.of(new Violation(field, message)));
        }

        public List<Violation> violations() {
            return violations == null ? List.of() : violations;
        }
    }

    /** The caller did too much too quickly: nothing was stored, retry after {@link #retryAfter()}. */
    public static final class TooFast extends Refusal implements Retryable {
        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        public TooFast(String slug, Phrase detail, Duration retryAfter) {
            super(slug, detail);
            this.retryAfter = retryAfter;
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * The server cannot do it at the moment, for any caller: retry after {@link #retryAfter()}. Nothing was stored,
     * unless it is {@link Uncertain}.
     */
    public static sealed class Unavailable extends Refusal implements Retryable permits Uncertain {
        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        public Unavailable(String slug, Phrase detail, Duration retryAfter) {
            super(slug, detail);
            this.retryAfter = retryAfter;
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** It is unknown whether it was stored. A retry is safe only with an id by which a repetition is recognised. */
    public static final class Uncertain extends Unavailable {
        private static final long serialVersionUID = 1;

        public Uncertain(String slug, Phrase detail, Duration retryAfter) {
            super(slug, detail, retryAfter);
        }
    }

    /** An error of ours. Reveals only a number, under which the log has the details. */
    public static final class Fault extends Refusal {
        private static final long serialVersionUID = 1;

        private Fault(String number) {
            super("fault", Phrase.of("refusal.fault", "number", number));
        }

        /** Logs the failure with its stack trace, under the number in the refusal. */
        public static Fault of(Throwable cause, System.Logger log) {
            var number = UUID.randomUUID().toString();
            log.log(System.Logger.Level.ERROR, "Fault " + number, cause);
            return new Fault(number);
        }
    }

    /** A refusal after which an identical retry may succeed. */
    public sealed interface Retryable permits TooFast, Unavailable {
        Duration retryAfter();
    }
}
