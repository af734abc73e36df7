package org.hostelchat.form;

import java.util.regex.Pattern;

/**
 * Validates the path to go to after signing in. It comes from the client, so only plain paths of this application are
 * accepted.
 */
public final class LocalPath {

    /** A search for a few words of Hindi needs hundreds of characters, nine per letter. */
    private static final int LONGEST = 2_000;

    /**
     * Characters that browsers do not change in a URL. Excludes the backslash, which some treat as a slash, and
     * characters that they remove.
     */
    private static final Pattern FORM = Pattern.compile("/[\\x21-\\x7E&&[^\\\\<>\"]]*");

    private LocalPath() {}

    /** Whether it is the path of a page to show after signing in. */
    public static boolean isLocal(String wanted) {
        return isPath(wanted) && !wanted.startsWith("/login") && !wanted.startsWith("/api/");
    }

    /** Whether it is a path on this server. */
    public static boolean isPath(String wanted) {
        return wanted != null
                && wanted.length() <= LONGEST
                && FORM.matcher(wanted).matches()
                && !wanted.startsWith("//");
    }
}
