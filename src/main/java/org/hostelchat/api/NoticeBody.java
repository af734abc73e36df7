package org.hostelchat.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hostelchat.notice.NoticeView;

/** A notice, in the same form as in the socket's frames. */
public record NoticeBody(
        long id,
        String title,
        String text,
        boolean acknowledge,
        LocalDate until,
        Instant at,
        Long by,
        String name,
        long room,
        boolean acknowledged,
        boolean read,
        Optional<Instant> editedAt,
        Optional<Instant> withdrawnAt,
        long version,
        long askedVersion,
        Optional<Long> acknowledgedVersion) {

    static NoticeBody of(NoticeView notice) {
        return new NoticeBody(
                notice.id(),
                notice.title(),
                notice.text(),
                notice.acknowledge(),
                notice.until(),
                notice.at(),
                notice.by(),
                notice.name(),
                notice.room(),
                notice.acknowledged(),
                notice.read(),
                Optional.ofNullable(notice.editedAt()),
                Optional.ofNullable(notice.withdrawnAt()),
                notice.version(),
                notice.askedVersion(),
                Optional.ofNullable(notice.acknowledgedVersion()));
    }
}
