package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.text.TextKey;

/**
 * Brings files with residents into the register: a file is looked at, its columns are corrected, it is stored as a whole or without
 * its wrong rows, and the slips of those who are new are taken once. What was only looked at is in memory, the latest eight files; a
 * restart forgets it. Thread-safe. Never call it within a transaction.
 */
@ApplicationScoped
public class RegisterImports {

    private static final int MOST_CHECKED = 8;
    private static final int MOST_ERRORS = 1_000;
    private static final int MOST_ITEMS = 1_000;

    /** A file, and what storing it would do when it was looked at. */
    private record Checked(RollFile file, RollPlan plan, long left) {

        boolean isStill(RollPlan now) {
            return now.rows().equals(plan.rows())
                    && now.errors().size() == plan.errors().size();
        }
    }

    private final Map<Long, Checked> checked = new LinkedHashMap<>();

    private ImportRepository imports;
    private InitialPasswords passwords;
    private Clock clock;

    protected RegisterImports() {}

    @Inject
    public RegisterImports(ImportRepository imports, InitialPasswords passwords, Clock clock) {
        this.imports = imports;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Reads a file and compares it with the register, where nothing is stored.
     *
     * @throws Refusal.TooLarge for more than {@link #mostBytes} bytes
     * @throws Refusal.Unacceptable if the bytes are not rows of cells
     */
    public ImportLook look(Caller by, byte[] bytes) {
        by.requireAdmin();
        if (bytes.length > RollFile.MOST_BYTES) {
            throw new Refusal.TooLarge(
                    "too-large", Phrase.of("import.too-large", "most", RollFile.MOST_BYTES / 1024 / 1024));
        }
        var file = check(RollFile.read(bytes));
        return keep(imports.add(clock.instant()), file);
    }

    /** The largest file, in bytes. */
    public static int mostBytes() {
        return RollFile.MOST_BYTES;
    }

    /**
     * Reads a file again, with other columns.
     *
     * @param fields of each of the file's columns, in their order; null for those that are not to be read
     * @throws Refusal.Conflict if the file is stored already
     */
    public ImportLook readAs(Caller by, long id, List<String> fields) {
        by.requireAdmin();
        if (imports.find(id).filter(RegisterImport::isApplied).isPresent()) throw ImportRefusals.notChecked();
        return keep(id, check(checked(id).file().with(fields)));
    }

    private Checked check(RollFile file) {
        var plan = imports.plan(file);
        return new Checked(file, plan, imports.activeStudents() - plan.studentsNamed());
    }

    private ImportLook keep(long id, Checked file) {
        synchronized (checked) {
            checked.put(id, file);
            if (checked.size() > MOST_CHECKED) {
                checked.remove(checked.keySet().iterator().next());
            }
        }
        return look(id, file, ImportLook.State.CHECKED, 0, 0);
    }

    private Checked checked(long id) {
        synchronized (checked) {
            return Optional.ofNullable(checked.get(id)).orElseThrow(ImportRefusals::notThere);
        }
    }

    private static ImportLook look(long id, Checked file, ImportLook.State state, long done, long total) {
        var plan = file.plan();
        var moved = plan.count(RollRow.Kind.MOVED);
        return new ImportLook(
                id,
                state,
                file.file().columns(),
                plan.rows().size(),
                plan.count(RollRow.Kind.ADDED),
                plan.count(RollRow.Kind.CHANGED) + moved,
                moved,
                plan.count(RollRow.Kind.UNCHANGED),
                file.left(),
                plan.count(RollRow.Kind.WRONG),
                plan.errors().stream().limit(MOST_ERRORS).toList(),
                plan.rows().stream()
                        .filter(row -> row.kind() != RollRow.Kind.UNCHANGED)
                        .limit(MOST_ITEMS)
                        .toList(),
                done,
                total);
    }

    /**
     * Stores a file that was looked at, in one transaction.
     *
     * @param onlyGood whether rows with errors are left out, instead of nothing being stored
     * @throws Refusal.Conflict if there are errors and all is to be stored; if the register has changed since the look, which is then
     *     renewed; if it is stored already
     */
    public ImportLook apply(Caller by, long id, boolean onlyGood) {
        by.requireAdmin();
        var file = checked(id);
        if (!RollFile.isUnderstood(file.file().columns())) {
            throw new Refusal.Unacceptable("wrong-columns", "columns", Phrase.of("import.wrong-columns"));
        }
        var wrong = file.plan().count(RollRow.Kind.WRONG);
        if (wrong > 0 && !onlyGood) {
            throw new Refusal.Conflict("errors-in-file", Phrase.of("import.errors-in-file", "count", wrong));
        }
        if (file.plan().rows().isEmpty()) {
            throw new Refusal.Unacceptable("unreadable-file", "file", Phrase.of("import.nothing"));
        }
        try {
            imports.apply(id, file.file(), file::isStill, by, clock.instant());
        } catch (Refusal.Conflict conflict) {
            if (conflict.slug().equals("conflict")) keep(id, check(file.file()));
            throw conflict;
        }
        return find(by, id);
    }

    /** An import and how far it is. */
    public ImportLook find(Caller by, long id) {
        by.requireAdmin();
        var row = imports.find(id).orElseThrow(ImportRefusals::notThere);
        if (!row.isApplied()) return look(id, checked(id), ImportLook.State.CHECKED, 0, 0);
        var pending = row.isTaken() ? 0 : imports.pending(id);
        var state = pending > 0 ? ImportLook.State.APPLYING : ImportLook.State.DONE;
        Checked file;
        synchronized (checked) {
            file = checked.get(id);
        }
        if (file != null) return look(id, file, state, row.total() - pending, row.total());
        return new ImportLook(
                id,
                state,
                List.of(),
                0,
                row.total(),
                0,
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                row.total() - pending,
                row.total());
    }

    /**
     * The slips of those whom an import has added, in order of wing and room. They are told this once.
     *
     * @throws Refusal.Gone if they were taken already
     * @throws Refusal.Conflict if not all passwords are ready
     */
    public List<InitialSlip> takeSlips(Caller by, long id) {
        by.requireAdmin();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var people = imports.take(id, passwords.known(id), by, now);
        var secrets = passwords.take(id);
        synchronized (checked) {
            checked.remove(id);
        }
        return people.stream()
                .sorted(BY_PLACE)
                .map(user -> new InitialSlip(user, secrets.get(user.id())))
                .toList();
    }

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final Comparator<User> BY_PLACE = Comparator.comparing(
                    (User user) -> place(user, RegisterColumn.WING))
            .thenComparing(user -> place(user, RegisterColumn.ROOM))
            .thenComparing(user -> Names.key(user.name()));

    /** Sorts numbers within by their value, so that room 9 comes before room 10. */
    private static String place(User user, RegisterColumn column) {
        var value = user.detail(column);
        if (value == null) return "\uFFFF";
        return DIGITS.matcher(TextKey.comparing(value))
                .replaceAll(digits -> "0".repeat(Math.max(0, 8 - digits.group().length())) + digits.group());
    }
}
