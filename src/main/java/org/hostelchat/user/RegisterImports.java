package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;

/**
 * Brings files with residents into the register: a file is looked at, its columns are corrected, it is stored as a whole or without
 * its wrong rows, and the slips of those who are new are taken ({@link PasswordSlips}). Thread-safe. Never call it within a transaction.
 */
@ApplicationScoped
public class RegisterImports {

    private static final int MOST_ERRORS = 1_000;
    private static final int MOST_ITEMS = 1_000;
    private static final int MOST_LISTED = 20;
    private static final int LONGEST_PAGE = 500;
    private static final int LONGEST_NAME = 120;

    private ImportRepository imports;
    private LookedFiles files;
    private InitialPasswords passwords;
    private Clock clock;

    protected RegisterImports() {}

    @Inject
    public RegisterImports(ImportRepository imports, LookedFiles files, InitialPasswords passwords, Clock clock) {
        this.imports = imports;
        this.files = files;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** As {@link #look(Caller, byte[], String)}, for a file without a name. */
    public ImportLook look(Caller by, byte[] bytes) {
        return look(by, bytes, null);
    }

    /**
     * Reads a file and compares it with the register, where nothing is stored.
     *
     * @param name what the file is called, for those who look for it later; null if it is not known
     * @throws Refusal.TooLarge for more than {@link #mostBytes} bytes
     * @throws Refusal.Unacceptable if the bytes are not rows of cells, or have more than 64 columns
     */
    public ImportLook look(Caller by, byte[] bytes, String name) {
        by.requireAdmin();
        if (bytes.length > RollFile.MOST_BYTES) throw ImportRefusals.tooLarge();
        var file = RollFile.read(bytes);
        if (file.columns().size() > RollFile.MOST_COLUMNS) throw ImportRefusals.tooManyColumns();
        return find(by, files.add(file, bytes, shortened(name), by));
    }

    private static String shortened(String name) {
        if (name == null || name.isBlank()) return null;
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
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
        files.readAs(id, looked(id), fields);
        return find(by, id);
    }

    private LookedFile looked(long id) {
        return files.find(id).orElseThrow(ImportRefusals::notThere);
    }

    /** As {@link #apply(Caller, long, boolean, String)}, whatever the caller has looked at. */
    public ImportLook apply(Caller by, long id, boolean onlyGood) {
        return apply(by, id, onlyGood, null);
    }

    /**
     * Stores a file that was looked at, in one transaction.
     *
     * @param onlyGood whether rows with errors are left out, instead of nothing being stored
     * @param look {@link ImportLook#look} of what the caller has seen; null to store what was last looked at
     * @throws Refusal.Conflict if there are errors and all is to be stored; if the register or the columns have changed since the look, which is
     *     then renewed; if it is stored already
     */
    public ImportLook apply(Caller by, long id, boolean onlyGood, String look) {
        by.requireAdmin();
        if (imports.find(id).filter(RegisterImport::isApplied).isPresent()) throw ImportRefusals.notChecked();
        var seen = looked(id);
        if (look != null && !look.equals(seen.digest())) throw ImportRefusals.changedMeanwhile();
        check(seen, onlyGood);
        if (!imports.apply(id, seen, by, clock.instant())) {
            files.forget(id);
            throw ImportRefusals.changedMeanwhile();
        }
        files.forget(id);
        return find(by, id);
    }

    private static void check(LookedFile seen, boolean onlyGood) {
        if (!RollFile.isUnderstood(seen.file().columns())) {
            throw new Refusal.Unacceptable("wrong-columns", "columns", Phrase.of("import.wrong-columns"));
        }
        var wrong = seen.plan().count(RollRow.Kind.WRONG);
        if (wrong > 0 && !onlyGood) {
            throw new Refusal.Conflict("errors-in-file", Phrase.of("import.errors-in-file", "count", wrong));
        }
        if (seen.plan().rows().isEmpty()) {
            throw new Refusal.Unacceptable("unreadable-file", "file", Phrase.of("import.nothing"));
        }
    }

    /** An import and how far it is. */
    public ImportLook find(Caller by, long id) {
        by.requireAdmin();
        var row = imports.find(id).orElseThrow(ImportRefusals::notThere);
        var look = looks(List.of(row)).get(0);
        if (row.isApplied()) return look;
        var seen = looked(id);
        return look.of(
                seen,
                seen.plan().errors().stream().limit(MOST_ERRORS).toList(),
                seen.rows(null)
                        .filter(item -> item.kind() != RollRow.Kind.UNCHANGED)
                        .limit(MOST_ITEMS)
                        .toList());
    }

    private List<ImportLook> looks(List<RegisterImport> rows) {
        var names = imports.names(rows);
        var counts = imports.slips(rows);
        return rows.stream()
                .map(row -> row.look(
                        names.get(row.byId()),
                        ImportLook.Progress.of(
                                row, counts.getOrDefault(row.id(), SlipCount.NONE), passwords.hashing())))
                .toList();
    }

    /** The latest imports, the newest first: what was stored, and what was looked at and can still be. */
    public List<ImportLook> list(Caller by) {
        by.requireAdmin();
        return looks(imports.list(MOST_LISTED));
    }

    /**
     * A page of a file's rows. Of a stored file they are what storing it did, for sixty days, without those that changed nothing, with the names that
     * people have now; of those who were not in it only those who can still sign in.
     *
     * @param kind of the rows; null for all that are in the file
     * @param skip {@link RollLines#next} of the page before; 0 for the first page
     * @param limit 1 to 500
     * @throws Refusal.NotFound if there is no such import, or its file is forgotten
     */
    public RollLines rows(Caller by, long id, RollRow.Kind kind, long skip, int limit) {
        by.requireAdmin();
        var size = Math.max(1, Math.min(limit, LONGEST_PAGE));
        if (imports.find(id).filter(RegisterImport::isApplied).isPresent()) return imports.rows(id, kind, skip, size);
        var seen = looked(id);
        var found = seen.rows(kind).skip(skip).limit(size + 1L).toList();
        return new RollLines(
                found.stream()
                        .limit(size)
                        .map(row -> new RollLine(row, seen.errors(row)))
                        .toList(),
                found.size() > size ? Long.valueOf(skip + size) : null);
    }

    /** The columns of a file that is not stored yet, each with an example of what is in it. */
    public List<RollSample> samples(Caller by, long id) {
        by.requireAdmin();
        return looked(id).file().samples();
    }
}
