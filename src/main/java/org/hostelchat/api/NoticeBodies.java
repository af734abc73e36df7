package org.hostelchat.api;

import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hostelchat.notice.NoticeDraft;
import org.hostelchat.notice.NoticeOptions;

/** The bodies with which notices are posted and edited. */
final class NoticeBodies {

    private NoticeBodies() {}

    /**
     * The body for posting a notice.
     *
     * @param from a time, see {@link Times#start}; {@code acknowledgeBy} one as in {@link Times#end}
     */
    public record NewNotice(
            String title,
            String text,
            boolean acknowledge,
            Optional<LocalDate> until,
            Optional<JsonValue> audience,
            Optional<String> category,
            boolean pinned,
            Optional<JsonValue> from,
            Optional<JsonValue> acknowledgeBy) {

        NoticeDraft draft(Times times) {
            return new NoticeDraft(
                    title,
                    text,
                    acknowledge,
                    until.orElse(null),
                    new NoticeOptions(
                            audience.map(AudienceReader::read).orElse(null),
                            category.orElse(null),
                            pinned,
                            from.map(times::start).orElse(null),
                            acknowledgeBy.map(times::end).orElse(null)));
        }
    }

    /**
     * The body for editing; absent fields are unchanged, {@code until: null} removes the last day.
     *
     * @param askAgain whether everybody must acknowledge it again
     */
    public record NoticeChange(
            Optional<String> title,
            Optional<String> text,
            Optional<Boolean> acknowledge,
            Field<LocalDate> until,
            boolean askAgain,
            Field<JsonValue> audience,
            Field<String> category,
            Optional<Boolean> pinned,
            Field<JsonValue> from,
            Field<JsonValue> acknowledgeBy) {

        UnaryOperator<NoticeDraft> over(Times times) {
            var changed = new NoticeOptions(
                    audience.value() == null ? null : AudienceReader.read(audience.value()),
                    category.value(),
                    pinned.orElse(false),
                    from.value() == null ? null : times.start(from.value()),
                    acknowledgeBy.value() == null ? null : times.end(acknowledgeBy.value()));
            return stored -> new NoticeDraft(
                    title.orElse(stored.title()),
                    text.orElse(stored.text()),
                    acknowledge.orElse(stored.acknowledge()),
                    until.or(stored.until()),
                    over(stored.options(), changed));
        }

        private NoticeOptions over(NoticeOptions stored, NoticeOptions changed) {
            // Without acknowledgement there is no time until when.
            var due = acknowledgeBy.given()
                    ? changed.acknowledgeBy()
                    : acknowledge.orElse(true) ? stored.acknowledgeBy() : null;
            return new NoticeOptions(
                    audience.given() ? changed.audience() : stored.audience(),
                    category.given() ? changed.category() : stored.category(),
                    pinned.isPresent() ? changed.pinned() : stored.pinned(),
                    from.given() ? changed.from() : stored.from(),
                    due);
        }
    }
}
