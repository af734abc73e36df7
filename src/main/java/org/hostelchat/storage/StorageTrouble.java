package org.hostelchat.storage;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.transaction.xa.XAException;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Turns what a database says when it can't store into what a poster should know. Judges by codes: the words of a mistake of
 * ours, {@code no such column: full_name}, may be those of any trouble.
 */
public final class StorageTrouble {

    private static final System.Logger LOG = System.getLogger(StorageTrouble.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(30);

    /** Rows that are there twice, or that refer to what is gone: two calls at the same moment can bring that about. */
    private static final Set<String> CONTRADICTIONS = Set.of("23503", "23505", "23P01");

    private static final int SQLITE_CONSTRAINT = 19;

    /** How its driver begins every message: {@code [SQLITE_BUSY]}, {@code [SQLITE_READONLY_DBMOVED]}. */
    private static final Pattern SQLITE_SAYS = Pattern.compile("\\[SQLITE_([A-Z]+)");

    private StorageTrouble() {}

    /**
     * What a door should hear of what the database threw, or of what a refusal was wrapped into on the way.
     *
     * @return a refusal, or the exception itself if it tells of a mistake of ours
     */
    public static RuntimeException translated(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof Refusal refusal) return refusal;
        }
        var trouble = of(e);
        if (trouble == null && isContradiction(e)) trouble = contradiction();
        if (trouble == null) return e;
        LOG.log(System.Logger.Level.WARNING, "The database refused: {0}", root(e).toString());
        return trouble;
    }

    /** As {@link #translated}, where it did not come to the commit: nothing was stored, whatever happened. */
    public static RuntimeException translatedBeforeCommit(RuntimeException e) {
        return orIfUncertain(unreachable(), e);
    }

    /** As {@link #translated}, where something was only looked up. */
    public static RuntimeException translatedForReader(RuntimeException e) {
        return orIfUncertain(unreadable(), e);
    }

    private static RuntimeException orIfUncertain(Refusal certain, RuntimeException e) {
        var translated = translated(e);
        return translated instanceof Refusal.Uncertain ? certain : translated;
    }

    /** What to tell, or null if the database as such is well, and the fault lies with what was to be stored or the statement. */
    static Refusal of(Throwable e) {
        Refusal trouble = null;
        for (var cause = e; cause != null; cause = next(cause)) {
            // The innermost knows best.
            if (cause instanceof SQLException sql && of(sql) != null) trouble = of(sql);
            // The container's word for a commit that failed, which keeps of the driver's exception only what that said.
            if (cause instanceof XAException) trouble = ofWords(cause);
        }
        return trouble;
    }

    /** Whether the database refused because of what somebody else stored or took away at the same time. */
    static boolean isContradiction(Throwable e) {
        for (var cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && isContradiction(sql)) return true;
        }
        return false;
    }

    /** Where the database was lost on the way, or says of a commit only that it failed. */
    public static Refusal unknown() {
        return new Refusal.Uncertain("not-stored", Phrase.of("storage.uncertain"), SOON);
    }

    private static Throwable root(Throwable e) {
        var root = e;
        while (next(root) != null) root = next(root);
        return root;
    }

    private static Throwable next(Throwable e) {
        return e.getCause() == e ? null : e.getCause();
    }

    private static Refusal of(SQLException e) {
        if (e.getSQLState() != null) return ofState(e.getSQLState());
        if (e.getErrorCode() != 0) return ofSqlite(e.getErrorCode());
        if (e instanceof SQLTransientException || e instanceof SQLRecoverableException) return unknown();
        return words(e).contains("connection") ? ofWords(e) : null;
    }

    /** The pool has no codes for having no connection to give, and keeps of the driver's exception only what that said. */
    private static Refusal ofWords(Throwable e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            var code = SQLITE_SAYS.matcher(String.valueOf(cause.getMessage()));
            if (!code.find()) continue;
            switch (code.group(1)) {
                case "BUSY", "LOCKED" -> {
                    return busy();
                }
                case "FULL" -> {
                    return full();
                }
                case "READONLY" -> {
                    return readOnly();
                }
                case "CORRUPT", "NOTADB" -> {
                    return damaged();
                }
                default -> {}
            }
        }
        return unknown();
    }

    /** By SQLite's primary result codes. */
    private static Refusal ofSqlite(int code) {
        return switch (code) {
            case 5, 6 -> busy();
            case 13 -> full();
            case 8 -> readOnly();
            case 11, 26 -> damaged();
            // Not permitted, no memory, interrupted, input or output, can't open, locking protocol, no large files.
            case 3, 7, 9, 10, 14, 15, 22 -> unknown();
            default -> null;
        };
    }

    /** By the standard's classes and PostgreSQL's own. */
    private static Refusal ofState(String state) {
        if (state.equals("53100")) return full();
        if (state.equals("25006")) return readOnly();
        if (state.equals("XX001") || state.equals("XX002")) return damaged();
        if (state.equals("55P03") || state.equals("57014") || state.startsWith("40")) return busy();
        var kind = state.length() < 2 ? state : state.substring(0, 2);
        return switch (kind) {
            // Connection, credentials or database not there, out of resources, an operator's hand, input or output.
            case "08", "28", "3D", "53", "57", "58" -> unknown();
            default -> null;
        };
    }

    private static boolean isContradiction(SQLException e) {
        if (e.getSQLState() != null) return CONTRADICTIONS.contains(e.getSQLState());
        // Which constraint it was, SQLite's driver tells by class or words only.
        return e.getErrorCode() == SQLITE_CONSTRAINT
                && (words(e).contains("unique")
                        || words(e).contains("primary key")
                        || words(e).contains("foreign key"));
    }

    private static String words(SQLException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    }

    private static Refusal unreachable() {
        return unavailable("unavailable", Phrase.of("storage.unreachable"), SOON);
    }

    private static Refusal unreadable() {
        return unavailable("unavailable", Phrase.of("storage.unreadable"), SOON);
    }

    /** What no rule of ours caught and the database's own rules did: two calls at the same moment. */
    private static Refusal contradiction() {
        return new Refusal.Conflict("conflict", Phrase.of("storage.changed-meanwhile"));
    }

    /** As when others write, and one's turn does not come. */
    public static Refusal busy() {
        return unavailable("storage-busy", Phrase.of("storage.busy"), SOON);
    }

    private static Refusal full() {
        return unavailable("storage-full", Phrase.of("storage.full"), LATER);
    }

    private static Refusal readOnly() {
        return unavailable("storage-read-only", Phrase.of("storage.read-only"), LATER);
    }

    private static Refusal damaged() {
        return unavailable("storage-damaged", Phrase.of("storage.damaged"), LATER);
    }

    private static Refusal unavailable(String slug, Phrase detail, Duration retryAfter) {
        return new Refusal.Unavailable(slug, detail, retryAfter);
    }
}
