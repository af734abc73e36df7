package org.hostelchat.platform.db;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.search.SearchIndex;
import org.hostelchat.search.Terms;
import org.hostelchat.storage.Columns;

/**
 * Uses PostgreSQL's text vectors, built from our terms directly: no dictionary or text search configuration of the
 * server is involved. Its index has no order, so the newest messages are searched first, and then ever larger ranges:
 * of a frequent word only few hits are read and sorted.
 */
final class PostgresSearchIndex implements SearchIndex {

    /** How many of the newest messages are searched first; each further range is eight times as large. */
    private static final long FIRST_SPAN = 4_096;

    private static final int GROWTH = 8;

    @Override
    public List<Long> find(EntityManager em, Terms terms, long after, long before, int limit) {
        var expression = expression(terms);
        var found = new ArrayList<Long>();
        var to = Math.min(before, newest(em) + 1);
        for (var span = FIRST_SPAN; to > after + 1 && found.size() < limit; span *= GROWTH) {
            var from = Math.max(after, to - span - 1);
            found.addAll(find(em, expression, from, to, limit - found.size()));
            to = from + 1;
        }
        return found;
    }

    private static long newest(EntityManager em) {
        var newest = em.createNativeQuery("select max(id) from search_index").getSingleResult();
        return newest == null ? 0 : Columns.number(newest);
    }

    private static List<Long> find(EntityManager em, String expression, long after, long before, int limit) {
        var found = new ArrayList<Long>();
        for (var row : em.createNativeQuery("select id from search_index where terms @@ cast(?1 as tsquery)"
                        + " and id > ?2 and id < ?3 order by id desc limit " + limit)
                .setParameter(1, expression)
                .setParameter(2, after)
                .setParameter(3, before)
                .getResultList()) {
            found.add(Columns.number(row));
        }
        return found;
    }

    private static String expression(Terms terms) {
        var parts = new ArrayList<String>();
        terms.words().forEach(word -> parts.add(quoted(word)));
        terms.prefixes().forEach(prefix -> parts.add(isQuick(prefix) ? quoted("^" + prefix) : quoted(prefix) + ":*"));
        terms.anyOf().forEach(any -> parts.add(anyOf(any)));
        return String.join(" & ", parts);
    }

    private static String anyOf(Collection<String> words) {
        return words.stream().map(PostgresSearchIndex::quoted).collect(Collectors.joining(" | ", "(", ")"));
    }

    private static String quoted(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static boolean isQuick(String prefix) {
        return prefix.codePointCount(0, prefix.length()) <= Terms.QUICK_PREFIX;
    }

    /**
     * Short prefixes are stored as terms: collecting all words with a given first letter would take as long as reading
     * everything.
     */
    @Override
    public void add(EntityManager em, long message, Set<String> terms) {
        var all = new LinkedHashSet<>(terms);
        for (var term : terms) {
            var length = term.codePointCount(0, term.length());
            for (var i = 1; i <= Math.min(length, Terms.QUICK_PREFIX); i++) {
                all.add("^" + term.substring(0, term.offsetByCodePoints(0, i)));
            }
        }
        em.createNativeQuery("insert into search_index (id, terms) values"
                        + " (?1, array_to_tsvector(string_to_array(?2, ' ')))")
                .setParameter(1, message)
                .setParameter(2, String.join(" ", all))
                .executeUpdate();
    }

    @Override
    public void remove(EntityManager em, long message) {
        em.createNativeQuery("delete from search_index where id = ?1")
                .setParameter(1, message)
                .executeUpdate();
    }

    @Override
    public void clear(EntityManager em) {
        em.createNativeQuery("delete from search_index").executeUpdate();
    }
}
