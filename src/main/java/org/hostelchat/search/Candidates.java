package org.hostelchat.search;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hostelchat.attachment.AttachedFile;
import org.hostelchat.storage.Columns;

/**
 * Reads stored messages by id. Uses native SQL and plain rows, because messages are read by the hundred and never
 * changed here.
 */
final class Candidates {

    /** A message with its present text. */
    record Row(long id, long room, long seq, Long by, String name, Instant at, String body, List<AttachedFile> files) {}

    private Candidates() {}

    /** The messages with these ids that exist and are not deleted, newest first. */
    static List<Row> read(EntityManager em, Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        var rows = new ArrayList<Row>();
        for (var row : em.createNativeQuery(
                        "select m.id, m.room_id, m.seq, m.author_id, u.name, m.at, m.body, m.files from messages m"
                                + " left join users u on u.id = m.author_id where m.kind = 'POSTED' and m.id in ("
                                + joined(ids) + ") order by m.id desc")
                .getResultList()) {
            var columns = (Object[]) row;
            rows.add(new Row(
                    Columns.number(columns[0]),
                    Columns.number(columns[1]),
                    Columns.number(columns[2]),
                    columns[3] == null ? null : (Long) Columns.number(columns[3]),
                    (String) columns[4],
                    Columns.time(columns[5]),
                    (String) columns[6],
                    AttachedFile.read((String) columns[7])));
        }
        return rows;
    }

    /**
     * The numbers separated by commas, to be put into SQL. Safe because they are numbers; bind parameters would limit
     * how many there may be.
     */
    static String joined(Collection<Long> numbers) {
        var list = new StringBuilder();
        for (long number : numbers) list.append(list.isEmpty() ? "" : ",").append(number);
        return list.toString();
    }
}
