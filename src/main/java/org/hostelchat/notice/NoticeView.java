package org.hostelchat.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.hostelchat.principal.Caller;
import org.hostelchat.room.Audience;

/**
 * A notice as one person sees it.
 *
 * @param acknowledge whether residents are asked to acknowledge it
 * @param until its last day, or null
 * @param by its author's id; null for the operator, and once that account is erased
 * @param name its author's name, {@code Hostel office} if {@code by} is null
 * @param room the id of the room in which it is discussed
 * @param read whether this person has read it
 * @param acknowledged whether this person has acknowledged it, in a version that counts
 * @param editedAt null if it was never edited
 * @param withdrawnAt null if it is not withdrawn
 * @param version beginning with 1, increased by every edit
 * @param askedVersion the lowest version whose acknowledgement counts: that of the last edit that asked again
 * @param acknowledgedVersion the last version that this person has acknowledged, null for none
 * @param options whom it concerns, and how it is on the board
 * @param shown whether it is on the board: only officials see it before
 * @param reminded whether this person was reminded of it and has not looked at it since
 * @param remindedAt when the last reminder was, or null
 * @param asked whether this person is to acknowledge it: not its author, nor officials if it is for some residents
 */
public record NoticeView(
        long id,
        String title,
        String text,
        boolean acknowledge,
        LocalDate until,
        Instant at,
        Long by,
        String name,
        long room,
        boolean read,
        boolean acknowledged,
        Instant editedAt,
        Instant withdrawnAt,
        long version,
        long askedVersion,
        Long acknowledgedVersion,
        NoticeOptions options,
        boolean shown,
        boolean reminded,
        Instant remindedAt,
        boolean asked) {

    /** @param audience null for everybody */
    static NoticeView of(Notice notice, String authorName, Receipt receipt, Audience audience, Caller reader) {
        var acknowledged = receipt != null && receipt.acknowledges(notice.askedVersion());
        var isAsked = notice.acknowledge()
                && (notice.authorId() == null || notice.authorId() != reader.id())
                && (notice.concernsEverybody() || !reader.isAdmin());
        var reminded = isAsked
                && !acknowledged
                && notice.remindedAt() != null
                && (receipt == null || receipt.readAt().isBefore(notice.remindedAt()));
        return new NoticeView(
                notice.id(),
                notice.title(),
                notice.text(),
                notice.acknowledge(),
                notice.until(),
                notice.at(),
                notice.authorId(),
                authorName == null ? Notices.OFFICE : authorName,
                notice.roomId(),
                receipt != null && !reminded,
                acknowledged,
                notice.editedAt(),
                notice.withdrawnAt(),
                notice.version(),
                notice.askedVersion(),
                receipt == null ? null : receipt.acknowledgedVersion(),
                notice.options(audience),
                notice.isShown(),
                reminded,
                notice.remindedAt(),
                isAsked);
    }

    /** Whether it should have been acknowledged by now, and is not. */
    public boolean isOverdue(Instant now) {
        return asked && !acknowledged && options.acknowledgeBy() != null && now.isAfter(options.acknowledgeBy());
    }

    /** Whether its last day is before this one. */
    public boolean isOver(LocalDate today) {
        return until != null && until.isBefore(today);
    }

    public NoticeDraft draft() {
        return new NoticeDraft(title, text, acknowledge, until, options);
    }

    /** Whether it was edited after this person acknowledged it. */
    public boolean changedSinceAcknowledged() {
        return acknowledgedVersion != null && acknowledgedVersion < version;
    }
}
