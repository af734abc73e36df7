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
 * Translates exceptions of the database into refusals for the caller. Decides by codes, because the text of a
 * programming error such as {@code no such column: full_name} could contain the words of any other failure.
 */
public final class DatabaseFailures {

    private static final System.Logger LOG = System.getLogger(DatabaseFailures.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(30);

    /** SQLSTATEs for duplicates and missing references, which two simultaneous calls can cause. */
    private static final Set<String> CONTRADICTIONS = Set.of("23503", "23505", "23P01");

    private static final int SQLITE_CONSTRAINT = 19;

    /** The begin of every message of SQLite's driver: {@code [SQLITE_BUSY]}, {@code [SQLITE_READONLY_DBMOVED]}. */
    private static final Pattern SQLITE_SAYS = Pattern.compile("\\[SQLITE_([A-Z]+)");

    private DatabaseFailures() {}

    /**
     * The refusal for an exception of the database, or the refusal that an exception wraps.
     *
     * @return a refusal, or the exception itself if it shows a programming error
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

    /** As {@link #translated}, if the commit was not reached: nothing was stored in any case. */
    public static RuntimeException translatedBeforeCommit(RuntimeException e) {
        return orIfUncertain(unreachable(), e);
    }

    /** As {@link #translated}, for an operation that only reads. */
    public static RuntimeException translatedForReader(RuntimeException e) {
        return orIfUncertain(unreadable(), e);
    }

    private static RuntimeException orIfUncertain(Refusal certain, RuntimeException e) {
        var translated = translated(e);
        return translated instanceof Refusal.Uncertain ? certain : translated;
    }

    /** The refusal, or null if the database works and the fault is in the data or the statement. */
    static Refusal of(Throwable e) {
        Refusal trouble = null;
        for (var cause = e; cause != null; cause = next(cause)) {
            // The innermost exception is the most specific.
            if (cause instanceof SQLException sql && of(sql) != null) trouble = of(sql);
            // The container's exception for a failed commit, which keeps only the message of the driver's exception.
            if (cause instanceof XAException) trouble = ofWords(cause);
        }
        return trouble;
    }

    /** Whether the database refused because of what another transaction stored or deleted at the same time. */
    static boolean isContradiction(Throwable e) {
        for (var cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && isContradiction(sql)) return true;
        }
        return false;
    }

    /** If the connection was lost, or the commit failed for an unknown reason: it may have been stored or not. */
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

    /**
     * The connection pool has no codes for a lack of connections, and keeps only the message of the driver's exception.
     */
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
            // PERM, NOMEM, INTERRUPT, IOERR, CANTOPEN, PROTOCOL, NOLFS.
            case 3, 7, 9, 10, 14, 15, 22 -> unknown();
            default -> null;
        };
    }

    /** By the classes of SQLSTATE, standard and PostgreSQL's own. */
    private static Refusal ofState(String state) {
        if (state.equals("53100")) return full();
        if (state.equals("25006")) return readOnly();
        if (state.equals("XX001") || state.equals("XX002")) return damaged();
        if (state.equals("55P03") || state.equals("57014") || state.startsWith("40")) return busy();
        var kind = state.length() < 2 ? state : state.substring(0, 2);
        return switch (kind) {
            // Connection, credentials, missing database, resources, operator intervention, system error.
            case "08", "28", "3D", "53", "57", "58" -> unknown();
            default -> null;
        };
    }

    private static boolean isContradiction(SQLException e) {
        if (e.getSQLState() != null) return CONTRADICTIONS.contains(e.getSQLState());
        // SQLite's driver distinguishes constraints only by the exception's class or message.
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

    /** A violated constraint that no check of ours has caught: two simultaneous calls. */
    private static Refusal contradiction() {
        return new Refusal.Conflict("conflict", Phrase.of("storage.changed-meanwhile"));
    }

    /** Other writers are active, and the wait for the permit to write took too long. */
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
