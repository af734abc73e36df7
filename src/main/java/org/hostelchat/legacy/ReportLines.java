package org.hostelchat.legacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hostelchat.message.ImportedLine;
import org.hostelchat.text.Sha256;

/** Makes messages of this program out of the file's rows, which come in order. Not thread-safe. */
final class ReportLines {

    /** UUIDs of version 8 are made as an application likes. */
    private static final long VERSION = 0x8000L;

    private final ReportPeople people;
    private final ZoneId zone;
    private final boolean isRegistered;
    private Instant last;
    long empty;
    long undated;
    long unknown;

    /**
     * @param first the time of rows without one, until there is one that has it
     * @param isRegistered whether the people have accounts by now: who has none was erased, and so are their messages
     */
    ReportLines(ReportPeople people, ZoneId zone, Instant first, boolean isRegistered) {
        this.people = people;
        this.zone = zone;
        this.last = first;
        this.isRegistered = isRegistered;
    }

    /** The messages that a row becomes: none if nothing can be seen of it, or its sender was erased. */
    List<ImportedLine> of(ReportFile.Message row) {
        var at = ReportTime.read(row.date(), zone);
        if (at.isEmpty()) undated++;
        at.ifPresent(time -> last = time);
        var author = people.author(row);
        if (isRegistered && author == null && people.isKnown(row)) return List.of();
        var texts = ReportText.messages(ReportText.decode(row.data()));
        if (texts.isEmpty()) empty++;
        else if (!people.isKnown(row)) unknown++;
        var lines = new ArrayList<ImportedLine>(texts.size());
        for (var text : texts) lines.add(new ImportedLine(clientId(row, lines.size()), author, last, text));
        return lines;
    }

    /** The same for the same row of the same file, whoever reads it and whenever. */
    private static UUID clientId(ReportFile.Message row, int part) {
        var digest = Sha256.digest();
        digest.update(("hostel-report\0" + row.id() + "\0" + part + "\0").getBytes(StandardCharsets.UTF_8));
        var bytes = ByteBuffer.wrap(digest.digest(row.data()));
        var high = (bytes.getLong() & ~0xF000L) | VERSION;
        var low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The time of a row that has none: the last one that is understood before it, or else the first one after it. */
    static Optional<Instant> timeAt(ReportFile file, long skip, ZoneId zone) {
        var found = new ArrayList<Instant>(1);
        if (skip > 0) {
            file.eachDateBefore(skip, date -> {
                ReportTime.read(date, zone).ifPresent(found::add);
                return found.isEmpty();
            });
        }
        if (!found.isEmpty()) return Optional.of(found.get(0));
        file.eachMessage(skip, row -> {
            ReportTime.read(row.date(), zone).ifPresent(found::add);
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }
}
