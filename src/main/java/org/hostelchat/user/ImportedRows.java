package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hostelchat.principal.Role;
import org.hostelchat.storage.ManyRows;

/** The rows of files that are stored, within the caller's transaction: written with the file, read in pages, deleted after sixty days. */
final class ImportedRows {

    /** How long they can be looked at. */
    static final Duration KEPT = Duration.ofDays(60);

    private static final String STILL_THERE = " and u.active = true and u.role = :student";

    private ImportedRows() {}

    /**
     * What is to be written of a file: all rows but those that change nothing, and then who is not in it. The accounts of those who are new are
     * not known before the file is stored.
     */
    static List<Function<Map<String, Long>, List<Object>>> of(long importId, LookedFile seen) {
        var errors = seen.plan().errors().stream().collect(Collectors.groupingBy(RollError::row));
        var all = new ArrayList<Function<Map<String, Long>, List<Object>>>();
        for (var row : seen.plan().rows()) {
            switch (row.kind()) {
                case UNCHANGED -> {}
                case ADDED -> {
                    var key = EnrolmentNumbers.key(row.number());
                    all.add(added -> ImportedRow.values(importId, row, added.get(key), List.of()));
                }
                default -> {
                    var values =
                            ImportedRow.values(importId, row, row.userId(), errors.getOrDefault(row.row(), List.of()));
                    all.add(added -> values);
                }
            }
        }
        for (var row : seen.missing()) {
            var values = ImportedRow.values(importId, row, row.userId(), List.of());
            all.add(added -> values);
        }
        return all;
    }

    /** @param added the accounts that the file has made, by their numbers' keys */
    static void insert(
            EntityManager em, List<Function<Map<String, Long>, List<Object>>> rows, Map<String, Long> added) {
        ManyRows.insert(
                em,
                "register_rows",
                ImportedRow.COLUMNS,
                rows.stream().map(row -> row.apply(added)).toList());
    }

    /**
     * A page of rows. Of those who were not in the file only those are listed who can still sign in.
     *
     * @param kind of the rows; null for all that were in the file
     * @param after {@link RollLines#next} of the page before; 0 for the first page
     */
    static RollLines page(EntityManager em, long importId, RollRow.Kind kind, long after, int size) {
        var query = em.createQuery(
                        "select r, u from ImportedRow r left join User u on u.id = r.userId where r.importId = :import and r.id > :after"
                                + (kind == null ? " and r.kind <> :kind" : " and r.kind = :kind")
                                + (kind == RollRow.Kind.MISSING ? STILL_THERE : "") + " order by r.id",
                        Object[].class)
                .setParameter("import", importId)
                .setParameter("after", after)
                .setParameter("kind", kind == null ? RollRow.Kind.MISSING : kind)
                .setMaxResults(size + 1);
        if (kind == RollRow.Kind.MISSING) query.setParameter("student", Role.STUDENT);
        var found = query.getResultList();
        var page = found.subList(0, Math.min(size, found.size()));
        return new RollLines(
                page.stream()
                        .map(each -> ((ImportedRow) each[0]).line((User) each[1]))
                        .toList(),
                found.size() > size ? Long.valueOf(((ImportedRow) page.get(size - 1)[0]).id()) : null);
    }

    /** Deletes the rows of files that were stored long ago, at most those of one file. */
    static int forgetOld(EntityManager em, Instant now) {
        var old = em.createQuery(
                        "select r.importId from ImportedRow r, RegisterImport i where i.id = r.importId and i.appliedAt < :before"
                                + " order by r.id",
                        Long.class)
                .setParameter("before", now.minus(KEPT))
                .setMaxResults(1)
                .getResultList();
        if (old.isEmpty()) return 0;
        return em.createQuery("delete from ImportedRow r where r.importId = :import")
                .setParameter("import", old.get(0))
                .executeUpdate();
    }

    /** Deletes rows that could not be stored and have the number of somebody who is erased: they have a name. */
    static void forget(EntityManager em, String enrolmentNumber) {
        em.createQuery("delete from ImportedRow r where r.numberKey = :key")
                .setParameter("key", EnrolmentNumbers.key(enrolmentNumber))
                .executeUpdate();
    }
}
