package org.hostelchat.message;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Locale;
import org.hostelchat.refusal.Refusal;

/** Turns what a database says when it can't store into what a poster should know. */
public final class StorageTrouble {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(30);

    private StorageTrouble() {}

    /** What to tell the poster, or null if the database as such is well and the fault lies with what was to be stored. */
    public static Refusal of(Throwable e) {
        var root = root(e);
        var words = String.valueOf(root.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("constraint") || isConstraint(root)) return null;
        if (words.contains("busy") || words.contains("locked") || words.contains("lock timeout")) {
            return unavailable("storage-busy", "The chat's memory is busy just now. Try again in a moment.", SOON);
        }
        if (words.contains("full")) {
            return unavailable("storage-full", "The chat's disk is full. The office has to make room first.", LATER);
        }
        if (words.contains("readonly") || words.contains("read-only")) {
            return unavailable("storage-read-only", "The chat's memory can only be read at the moment.", LATER);
        }
        if (words.contains("corrupt") || words.contains("malformed") || words.contains("not a database")) {
            return unavailable("storage-damaged", "The chat's memory is damaged. Please tell the office.", LATER);
        }
        return root instanceof SQLException || root instanceof java.io.IOException ? unknown() : null;
    }

    /** For what nobody foresaw. */
    public static Refusal unknown() {
        return unavailable("not-stored", "This could not be stored. Try again in a moment.", SOON);
    }

    static Throwable root(Throwable e) {
        var root = e;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        return root;
    }

    private static boolean isConstraint(Throwable root) {
        return root instanceof SQLException sql
                && !(root instanceof SQLTransientException)
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("23");
    }

    private static Refusal unavailable(String slug, String detail, Duration retryAfter) {
        return new Refusal.Unavailable(slug, detail, retryAfter);
    }
}
