package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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

    private final Map<Long, LookedFile> files = new LinkedHashMap<>();
    private ImportRepository imports;
    private Clock clock;

    protected LookedFiles() {}

    @Inject
    public LookedFiles(ImportRepository imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /** Deletes files that nobody has stored within a day. To be called from time to time. */
    public void forgetOld() {
        imports.forgetOld(clock.instant());
    }

    /** @return the id of the import that a new file gets */
    long add(RollFile file, byte[] bytes, String name, Caller by) {
        var looked = compared(file);
        return keep(imports.add(bytes, name, by, clock.instant()), looked);
    }

    /** The file of an import, compared with the register when somebody last looked; empty if it is stored or forgotten. */
    Optional<LookedFile> find(long id) {
        synchronized (files) {
            var file = files.get(id);
            if (file != null) return Optional.of(file);
        }
        return imports.file(id).map(stored -> {
            var file = RollFile.read(stored.content());
            var looked = compared(stored.fields() == null ? file : file.with(stored.fields()));
            keep(id, looked);
            return looked;
        });
    }

    void readAs(long id, LookedFile looked, List<String> fields) {
        var read = compared(looked.file().with(fields));
        imports.readAs(id, fields);
        keep(id, read);
    }

    void compareAgain(long id, LookedFile looked) {
        keep(id, compared(looked.file()));
    }

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

    private long keep(long id, LookedFile looked) {
        synchronized (files) {
            files.remove(id);
            files.put(id, looked);
            if (files.size() > IN_MEMORY) files.remove(files.keySet().iterator().next());
        }
        return id;
    }
}
