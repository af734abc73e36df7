package org.hostelchat.platform;

/** A setting is wrong: the message is the one line that the operator sees before the program stops. */
final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SettingsException(String message) {
        super(message);
    }
}
