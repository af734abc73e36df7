package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.principal.Caller;

/**
 * The files that were looked at and are not stored yet. They are in the database, the latest {@link ImportRepository#MOST_FILES} for a day, so that
 * a restart forgets none; the latest few are in memory too. Thread-safe.
 */
@ApplicationScoped
public class LookedFiles {

    private static final int IN_MEMORY = 3;

    /** How a file's columns are read: what somebody has chosen, null for what its headings say. */
    record Reading(List<String> fields) {}

    /** A file in memory, with the reading of which it is. */
    private record Kept(LookedFile file, Reading reading) {}

    private final Map<Long, Kept> files = new LinkedHashMap<>();
    private ImportRepository imports;
    private Clock clock;

    protected LookedFiles() {}

    @Inject
    public LookedFiles(ImportRepository imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /** Deletes files that nobody has stored within a day, and the rows of those that were stored long ago. To be called from time to time. */
    public void forgetOld() {
        imports.forgetOld(clock.instant());
        imports.forgetRows(clock.instant());
        forgetGone();
    }

    /** No text of a file stays in memory that is not in the database any more. */
    private void forgetGone() {
        var there = imports.files();
        synchronized (files) {
            files.keySet().retainAll(there);
        }
    }

    /** @return the id of the import that a new file gets */
    long add(RollFile file, byte[] bytes, String name, Caller by) {
        var looked = compared(file);
        var id = imports.add(bytes, name, by, clock.instant());
        forgetGone();
        keep(id, looked, new Reading(null));
        return id;
    }

    /** The file of an import, compared with the register when somebody last looked; empty if it is stored or forgotten. */
    Optional<LookedFile> find(long id) {
        // Another node may have stored the file, or read it with other columns.
        var reading = imports.reading(id);
        if (reading.isEmpty()) {
            forget(id);
            return Optional.empty();
        }
        synchronized (files) {
            var kept = files.get(id);
            if (kept != null && kept.reading().equals(reading.get())) return Optional.of(kept.file());
        }
        return imports.file(id).map(stored -> {
            var file = RollFile.read(stored.content());
            var looked = compared(stored.fields() == null ? file : file.with(stored.fields()));
            keep(id, looked, new Reading(stored.fields()));
            return looked;
        });
    }

    void readAs(long id, LookedFile looked, List<String> fields) {
        var read = compared(looked.file().with(fields));
        imports.readAs(id, fields);
        keep(id, read, new Reading(new ArrayList<>(fields)));
    }

    /** Forgets what is in memory. If the file is still there, it will be compared with the register as it is then. */
    void forget(long id) {
        synchronized (files) {
            files.remove(id);
        }
    }

    /** Compares a file with the register as it is now. */
    LookedFile compared(RollFile file) {
        var plan = imports.plan(file);
        return LookedFile.of(file, plan, imports.missing(plan.named()));
    }

    private void keep(long id, LookedFile looked, Reading reading) {
        synchronized (files) {
            files.remove(id);
            files.put(id, new Kept(looked, reading));
            if (files.size() > IN_MEMORY) files.remove(files.keySet().iterator().next());
        }
    }
}
