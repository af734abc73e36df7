package org.hostelchat.page.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hostelchat.language.Phrase;
import org.hostelchat.notice.NoticeDraft;
import org.hostelchat.notice.NoticeOptions;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Audience;

/** The fields of the form for notices, as typed. */
public class DraftForm {

    private String title = "";
    private String text = "";
    private String until = "";
    private boolean acknowledge;
    private boolean askAgain;

    private String category = "";
    private boolean pinned;
    private String from = "";
    private String acknowledgeBy = "";

    /** The values that are ticked, by column. */
    private Map<String, List<String>> audience = Map.of();

    /** @param zone of the times in the form */
    static DraftForm of(NoticeDraft draft, ZoneId zone) {
        var form = new DraftForm();
        var options = draft.options();
        form.title = draft.title();
        form.text = draft.text();
        form.until = draft.until() == null ? "" : draft.until().toString();
        form.acknowledge = draft.acknowledge();
        form.category = options.category() == null ? "" : options.category();
        form.pinned = options.pinned();
        form.from = typed(options.from(), zone);
        form.acknowledgeBy = typed(options.acknowledgeBy(), zone);
        form.audience =
                options.audience() == null ? Map.of() : options.audience().byCode();
        return form;
    }

    private static String typed(Instant time, ZoneId zone) {
        return time == null
                ? ""
                : LocalDateTime.ofInstant(time, zone)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /**
     * @param zone of the times in the form
     * @throws Refusal.Unacceptable if a day or time is none, or the audience is not valid
     */
    NoticeDraft toDraft(ZoneId zone) {
        return toDraft(zone, NoticeOptions.NONE);
    }

    /**
     * The same over what is stored: a time that was not changed keeps its seconds, which the form does not show.
     *
     * @param stored what the form was made of
     */
    NoticeDraft toDraft(ZoneId zone, NoticeOptions stored) {
        return new NoticeDraft(
                title,
                text,
                acknowledge,
                day(),
                new NoticeOptions(
                        toAudience(),
                        category,
                        pinned,
                        from.equals(typed(stored.from(), zone)) ? stored.from() : time("from", from, zone),
                        acknowledgeBy.equals(typed(stored.acknowledgeBy(), zone))
                                ? stored.acknowledgeBy()
                                : time("acknowledgeBy", acknowledgeBy, zone)));
    }

    /** @return null if nothing is ticked */
    Audience toAudience() {
        return audience.isEmpty() ? null : Audience.of(audience);
    }

    private LocalDate day() {
        try {
            return until.isBlank() ? null : LocalDate.parse(until.strip());
        } catch (DateTimeException e) {
            throw new Refusal.Unacceptable("unacceptable-notice", "until", Phrase.of("page.day-form"));
        }
    }

    private static Instant time(String field, String typed, ZoneId zone) {
        try {
            return typed.isBlank()
                    ? null
                    : LocalDateTime.parse(typed.strip().replace(' ', 'T'))
                            .atZone(zone)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new Refusal.Unacceptable("unacceptable-notice", field, Phrase.of("page.time-form"));
        }
    }

    /** The values that were ticked in the form that was sent. */
    void tick(Map<String, List<String>> ticked) {
        audience = ticked;
    }

    /** Whether it is for some residents only. */
    public boolean isForSome() {
        return !audience.isEmpty();
    }

    Map<String, List<String>> ticked() {
        return audience;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category == null ? "" : category;
    }

    public boolean isPinned() {
        return pinned;
    }

    public void setPinned(boolean pinned) {
        this.pinned = pinned;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from == null ? "" : from;
    }

    public String getAcknowledgeBy() {
        return acknowledgeBy;
    }

    public void setAcknowledgeBy(String acknowledgeBy) {
        this.acknowledgeBy = acknowledgeBy == null ? "" : acknowledgeBy;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title == null ? "" : title;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until == null ? "" : until;
    }

    /** Whether everybody has to acknowledge the changed notice again. Has no meaning for a new notice. */
    public boolean isAskAgain() {
        return askAgain;
    }

    public void setAskAgain(boolean askAgain) {
        this.askAgain = askAgain;
    }

    public boolean isAcknowledge() {
        return acknowledge;
    }

    public void setAcknowledge(boolean acknowledge) {
        this.acknowledge = acknowledge;
    }
}
