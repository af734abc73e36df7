package org.hostelchat.platform.db;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hostelchat.search.SearchIndex;
import org.hostelchat.search.Terms;
import org.hostelchat.storage.Columns;

/**
 * Uses SQLite's FTS5, which stores lists of messages by term and can read them newest first. Its tokenizer splits at
 * spaces only, and each term is quoted, so that no text is interpreted as FTS5 syntax. Terms of removed messages are
 * deleted from the index's pages at once ({@code secure-delete}), and from the file by {@link ErasureSweep}.
 */
final class SqliteSearchIndex implements SearchIndex {

    static final String CREATE = "create virtual table search_index using fts5(terms, detail = none, columnsize = 0,"
            + " tokenize = \"ascii tokenchars '=$'\", prefix = '1 2 3 4')";

    static final String SECURE = "insert into search_index (search_index, rank) values ('secure-delete', 1)";

    @Override
    public List<Long> find(EntityManager em, Terms terms, long after, long before, int limit) {
        var found = new ArrayList<Long>();
        for (var row : em.createNativeQuery("select rowid from search_index where search_index match ?1"
                        + " and rowid > ?2 and rowid < ?3 order by rowid desc limit " + limit)
                .setParameter(1, expression(terms))
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
        terms.prefixes().forEach(prefix -> parts.add(quoted(prefix) + " *"));
        terms.anyOf().forEach(any -> parts.add(anyOf(any)));
        return String.join(" AND ", parts);
    }

    private static String anyOf(Collection<String> words) {
        return words.stream()
                .map(SqliteSearchIndex::quoted)
                .collect(java.util.stream.Collectors.joining(" OR ", "(", ")"));
    }

    private static String quoted(String term) {
        return '"' + term.replace("\"", "\"\"") + '"';
    }

    @Override
    public void add(EntityManager em, long message, Set<String> terms) {
        em.createNativeQuery("insert into search_index (rowid, terms) values (?1, ?2)")
                .setParameter(1, message)
                .setParameter(2, String.join(" ", terms))
                .executeUpdate();
    }

    @Override
    public void remove(EntityManager em, long message) {
        em.createNativeQuery("delete from search_index where rowid = ?1")
                .setParameter(1, message)
                .executeUpdate();
    }

    /** Deleting row by row would take hours. */
    @Override
    public void clear(EntityManager em) {
        for (var sql : List.of("drop table search_index", CREATE, SECURE)) {
            em.createNativeQuery(sql).executeUpdate();
        }
    }
}
