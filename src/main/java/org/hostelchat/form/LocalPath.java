package org.hostelchat.form;

import java.util.regex.Pattern;

/** Where to go after signing in comes with the request, so from anybody: only a plain path of ours is followed. */
public final class LocalPath {

    /** A search for a few words of Hindi takes hundreds: nine for each letter. */
    private static final int LONGEST = 2_000;

    /** What browsers leave as it is in an address. No backslash, which some take for a slash, and nothing that they drop. */
    private static final Pattern FORM = Pattern.compile("/[\\x21-\\x7E&&[^\\\\<>\"]]*");

    private LocalPath() {}

    /** Whether it is a page to go to after signing in. */
    public static boolean isLocal(String wanted) {
        return isPath(wanted) && !wanted.startsWith("/login") && !wanted.startsWith("/api/");
    }

    /** Whether it is a path of ours, and leads nowhere else. */
    public static boolean isPath(String wanted) {
        return wanted != null
                && wanted.length() <= LONGEST
                && FORM.matcher(wanted).matches()
                && !wanted.startsWith("//");
    }
}
