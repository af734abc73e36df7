package org.hostelchat.security;

/** Where to go after signing in comes with the request, so from anybody: only a plain path of ours is followed. */
final class LocalPath {

    private static final int LONGEST = 500;

    private LocalPath() {}

    static boolean isLocal(String wanted) {
        return wanted != null
                && wanted.length() <= LONGEST
                && wanted.matches("/(?:[A-Za-z0-9_.~/?=&%+:@-]|#)*")
                && !wanted.startsWith("//")
                && !wanted.startsWith("/login")
                && !wanted.startsWith("/api/");
    }
}
