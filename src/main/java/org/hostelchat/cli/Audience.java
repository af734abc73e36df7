package org.hostelchat.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/** Columns of the register with their values, as typed. The server knows which columns there are. */
final class Audience {
    private Audience() {}

    /**
     * The fields of the API for what was typed, such as {@code wing=A,B;floor=2}.
     *
     * @throws Failure wrong use, if it is not of this form
     */
    static Map<String, Object> fields(String typed) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (String part : typed.split(";", -1)) {
            int at = part.indexOf('=');
            if (at < 1) throw wrong(typed);
            List<String> values = List.of(part.substring(at + 1).split(",", -1));
            if (columns.put(part.substring(0, at).strip(), values) != null) throw wrong(typed);
        }
        return columns;
    }

    private static Failure wrong(String typed) {
        return Failure.wrongUse(CliWords.text("notice.no-audience", "typed", typed));
    }
}
