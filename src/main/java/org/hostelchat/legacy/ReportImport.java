package org.hostelchat.legacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.hostelchat.language.Phrase;
import org.hostelchat.message.BlockingWriter;
import org.hostelchat.message.ImportedLine;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.user.BulkRegistration;
import org.hostelchat.user.NewUser;

/**
 * Moves people and messages of the report program in, for whoever holds the operator key: with it one can write in anybody's name. Looks first,
 * then registers the people in one transaction, then stores the messages in portions, each of them whole or not at all. Every step may be
 * repeated: it does what is left to do. Thread-safe.
 */
@ApplicationScoped
public class ReportImport {

    static final int MOST_PEOPLE = 20_000;

    /** How many rows one call moves, so that it ends within a minute. */
    private static final int ROWS = 5_000;

    private static final int TRIES = 60;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private ReportFiles files;
    private ReportHistory history;
    private BulkRegistration registration;
    private BlockingWriter writer;
    private MessageSettings settings;
    private Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    protected ReportImport() {}

    @Inject
    public ReportImport(
            ReportFiles files,
            ReportHistory history,
            BulkRegistration registration,
            BlockingWriter writer,
            MessageSettings settings,
            Clock clock) {
        this.files = files;
        this.history = history;
        this.registration = registration;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads the whole file and says what moving in would do. Nothing is stored. */
    public ReportLook look(Caller by) {
        requireOperator(by);
        try (var file = files.open()) {
            var people = people(by, file);
            var digest = files.digest();
            var isRegistered = registration.isRegistered(by, digest);
            // Who was registered and is missing was erased since.
            var missing = isRegistered ? List.<NewUser>of() : people.missing();
            var lines = lines(people, file, 0, isRegistered);
            var portion = new ArrayList<ImportedLine>();
            var counts = new long[2];
            file.eachMessage(0, row -> {
                portion.addAll(lines.of(row));
                if (portion.size() >= MessageDraft.Import.MOST) count(portion, counts);
                return true;
            });
            count(portion, counts);
            return new ReportLook(
                    history.isDone(digest),
                    people.rows(),
                    missing.size(),
                    missing.stream().filter(user -> user.role() == Role.ADMIN).count(),
                    people.usable().size() - people.missing().size(),
                    people.unusable(),
                    people.troubles(),
                    file.countMessages(),
                    counts[0] - counts[1],
                    counts[1],
                    lines.empty,
                    lines.undated,
                    lines.unknown,
                    file.isDatedByDatabase());
        }
    }

    private void count(List<ImportedLine> portion, long[] counts) {
        counts[0] += portion.size();
        counts[1] += portion.size() - history.absent(portion).size();
        portion.clear();
    }

    /**
     * Registers those who have no account; once for each file, so that whoever is erased before all is moved does not come back.
     *
     * @param source what the file is called
     * @return the import with their slips; empty if nobody is new, or it was done before
     */
    public Optional<Long> register(Caller by, String source) {
        requireOperator(by);
        try (var file = files.open()) {
            if (history.isDone(files.digest())) return Optional.empty();
            return registration.register(by, people(by, file).usable(), source, files.digest());
        }
    }

    /**
     * What a call has moved.
     *
     * @param moved how many messages were stored
     * @param next the rows that are done; null if all are
     */
    public record Progress(long moved, Long next) {}

    /**
     * Stores the next messages. Those of people who should have an account and have none, because they were erased since, are passed over.
     *
     * @param skip {@link Progress#next} of the call before; 0 for the first one
     * @throws Refusal.Conflict if another call is at it
     */
    public Progress move(Caller by, long skip) {
        requireOperator(by);
        if (!turn.tryLock()) throw new Refusal.Conflict("import-under-way", Phrase.of("legacy.under-way"));
        try (var file = files.open()) {
            var digest = files.digest();
            if (history.isDone(digest)) return new Progress(0, null);
            return move(by, file, digest, skip);
        } finally {
            turn.unlock();
        }
    }

    private Progress move(Caller by, ReportFile file, String digest, long skip) {
        var lines = lines(people(by, file), file, skip, true);
        var made = new ArrayList<ImportedLine>();
        var rows = new long[1];
        file.eachMessage(skip, row -> {
            made.addAll(lines.of(row));
            return ++rows[0] < ROWS;
        });
        var absent = history.absent(made);
        for (var from = 0; from < absent.size(); from += MessageDraft.Import.MOST) {
            var to = Math.min(absent.size(), from + MessageDraft.Import.MOST);
            store(new MessageDraft.Import(by, Room.COMMON, absent.subList(from, to)));
        }
        if (rows[0] == ROWS) return new Progress(absent.size(), skip + ROWS);
        history.finish(by, digest, skip + rows[0]);
        return new Progress(absent.size(), null);
    }

    /** Waits for the people who talk; a portion that was stored without an answer is found there the next time. */
    private void store(MessageDraft draft) {
        for (var tries = 1; ; tries++) {
            try {
                writer.store(draft);
                return;
            } catch (Refusal.Unavailable busy) {
                if (tries == TRIES) throw busy;
                pause(busy);
            }
        }
    }

    private static void pause(Refusal.Unavailable busy) {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy;
        }
    }

    private ReportPeople people(Caller by, ReportFile file) {
        var people = new ReportPeople(file.people(MOST_PEOPLE));
        people.found(registration.accounts(
                by, people.usable().stream().map(user -> user.enrolmentNumber()).toList()));
        return people;
    }

    private ReportLines lines(ReportPeople people, ReportFile file, long skip, boolean isRegistered) {
        ZoneId zone = file.isDatedByDatabase() ? ZoneOffset.UTC : settings.zone();
        Instant first = ReportLines.timeAt(file, skip, zone).orElseGet(clock::instant);
        return new ReportLines(people, zone, first, isRegistered);
    }

    private static void requireOperator(Caller by) {
        if (!by.isOperator()) throw new Refusal.NotAllowed("operator-only", Phrase.of("legacy.operator-only"));
    }
}
