package org.hostelchat.launch;

/**
 * The progress of this process's start. Kept in a system property, because the launcher and the application may have
 * copies of this class from different class loaders.
 */
public enum StartProgress {
    /** The server is booting; no code of the application has run. */
    BOOTING("the server is still booting"),
    /** The application is being loaded. */
    LOADING("the application is still being loaded"),
    /** The database is being migrated, for which there is no time limit. */
    MIGRATING("the database is being brought up to date"),
    /** The application runs; whether it can be reached is being checked. */
    LOADED("the application runs, but does not answer at its address"),
    /** It has answered a request. */
    SERVING("the hostel is open");

    private static final String PROPERTY = "org.hostelchat.start";

    private final String words;

    StartProgress(String words) {
        this.words = words;
    }

    /** Null in a process that is not being watched. */
    static StartProgress current() {
        var name = System.getProperty(PROPERTY);
        return name == null ? null : valueOf(name);
    }

    /** Records this stage as the current one. */
    public void reached() {
        System.setProperty(PROPERTY, name());
    }

    String words() {
        return words;
    }
}
