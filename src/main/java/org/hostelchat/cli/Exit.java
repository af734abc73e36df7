package org.hostelchat.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/** How a call ends. Scripts rely on the numbers. */
enum Exit {
    DONE(0),
    REFUSED(1),
    WRONG_USE(2),
    UNREACHABLE(3),
    /** People were registered or reset, and their new passwords got lost on the way. */
    PASSWORDS_LOST(4),
    /** As shells count what a signal ended. */
    INTERRUPTED(130);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** What each code means, by code, for the help text. */
    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Exit exit : values()) {
            texts.put(Integer.toString(exit.code), CliWords.text("exit." + exit.code));
        }
        return texts;
    }
}
