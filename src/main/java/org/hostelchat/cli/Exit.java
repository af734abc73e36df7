package org.hostelchat.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a call ends. Scripts rely on the numbers. */
enum Exit {
    DONE(0, "done"),
    REFUSED(1, "refused, or not done wholly"),
    WRONG_USE(2, "wrong use; nothing was sent"),
    UNREACHABLE(3, "server not reachable"),
    /** People were registered or reset, and their new passwords got lost on the way. */
    PASSWORDS_LOST(4, "somebody has a new password that nobody knows; the last lines name them"),
    /** As shells count what a signal ended. */
    INTERRUPTED(130, "interrupted (Ctrl-C); what was begun was finished first");

    private final int code;
    private final String text;

    Exit(int code, String text) {
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    /** What each code means, by code, for the help text. */
    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Exit exit : values()) {
            texts.put(Integer.toString(exit.code), exit.text);
        }
        return texts;
    }
}
