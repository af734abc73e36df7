package org.hostelchat.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/** The exit codes. Scripts rely on the numbers. */
enum Exit {
    DONE(0),
    REFUSED(1),
    WRONG_USE(2),
    UNREACHABLE(3),
    /** People were registered or reset, but some of the new passwords were lost. */
    PASSWORDS_LOST(4),
    /** 128 + SIGINT, as shells report it. */
    INTERRUPTED(130);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The meaning of each code, for the help text. */
    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Exit exit : values()) {
            texts.put(Integer.toString(exit.code), CliWords.text("exit." + exit.code));
        }
        return texts;
    }
}
