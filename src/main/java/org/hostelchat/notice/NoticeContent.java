package org.hostelchat.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.hostelchat.room.Audience;

/** What an official writes of a notice, as it is stored with notices and with drafts; the audience is stored elsewhere. */
@Embeddable
class NoticeContent {

    private String title;

    private String text;

    private boolean acknowledge;

    private LocalDate until;

    private String category;

    private boolean pinned;

    /** When it is to be shown; null for at once. */
    @Column(name = "from_at")
    private Instant startsAt;

    @Column(name = "acknowledge_by")
    private Instant acknowledgeBy;

    protected NoticeContent() {}

    NoticeContent(NoticeDraft draft) {
        title = draft.title();
        text = draft.text();
        acknowledge = draft.acknowledge();
        until = draft.until();
        var options = draft.options();
        category = options.category();
        pinned = options.pinned();
        startsAt = options.from();
        acknowledgeBy = options.acknowledgeBy();
    }

    /** @param audience null for everybody */
    NoticeDraft draft(Audience audience) {
        return new NoticeDraft(title, text, acknowledge, until, options(audience));
    }

    /** @param audience null for everybody */
    NoticeOptions options(Audience audience) {
        return new NoticeOptions(audience, category, pinned, startsAt, acknowledgeBy);
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    boolean acknowledge() {
        return acknowledge;
    }

    LocalDate until() {
        return until;
    }
}
