package org.hostelchat.text;

/** What is looked for in a text by SQL's {@code like}, with {@code escape '!'}. */
public final class LikePattern {

    private LikePattern() {}

    /** What every text is like that has this in it, whatever signs it is made of. */
    public static String containing(String part) {
        return "%" + part.replaceAll("([!%_])", "!$1") + "%";
    }
}
