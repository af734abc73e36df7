package org.hostelchat.platform;

/** A setting is wrong: the message is the one line that the operator sees before the program stops. */
final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** As sysexits.h has them: a supervisor tries the latter again, and not the former. */
    private static final int CONFIG = 78;

    private static final int UNAVAILABLE = 69;

    private final int exitCode;

    SettingsException(String message) {
        this(message, CONFIG);
    }

    private SettingsException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** No setting is wrong, but what it names is not there at the moment. */
    static SettingsException forNow(String message) {
        return new SettingsException(message, UNAVAILABLE);
    }

    int exitCode() {
        return exitCode;
    }
}
