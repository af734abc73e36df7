package org.hostelchat.text;

/** Patterns for SQL's {@code like} with {@code escape '!'}. */
public final class LikePattern {

    private LikePattern() {}

    /** A pattern that matches every text that contains this one literally. */
    public static String containing(String part) {
        return "%" + part.replaceAll("([!%_])", "!$1") + "%";
    }
}
