package org.hostelchat.launch;

/**
 * How far the start of this process has come. Kept in a system property, which the launcher and the application both see,
 * whichever class loader their copy of this class is from.
 */
public enum StartProgress {
    /** The server boots; nothing of the application runs yet. */
    BOOTING("the server is still booting"),
    /** The application is being loaded. */
    LOADING("the application is still being loaded"),
    /** The database is brought up to date, which may take as long as it takes. */
    MIGRATING("the database is being brought up to date"),
    /** The application runs; whether it can be reached is being looked at. */
    LOADED("the application runs, but does not answer at its address"),
    /** It has answered. */
    SERVING("the hostel is open");

    private static final String PROPERTY = "org.hostelchat.start";

    private final String words;

    StartProgress(String words) {
        this.words = words;
    }

    /** Null in a process that nobody has begun to watch. */
    static StartProgress current() {
        var name = System.getProperty(PROPERTY);
        return name == null ? null : valueOf(name);
    }

    /** Says that the start has come so far. */
    public void reached() {
        System.setProperty(PROPERTY, name());
    }

    String words() {
        return words;
    }
}
