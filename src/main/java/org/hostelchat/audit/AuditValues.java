package org.hostelchat.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Encodes names and values as one text, as the record stores and hashes them: lines of {@code name=value}, with a
 * backslash written as two, and a line break as {@code \n}.
 */
final class AuditValues {

    private AuditValues() {}

    /** @return null for an empty map */
    static String encode(Map<String, String> values) {
        if (values.isEmpty()) return null;
        var text = new StringBuilder();
        values.forEach((name, value) -> {
            if (text.length() > 0) text.append('\n');
            text.append(name).append('=').append(value.replace("\\", "\\\\").replace("\n", "\\n"));
        });
        return text.toString();
    }

    /** Decodes in the original order; never fails, not even on text that was tampered with. */
    static Map<String, String> decode(String text) {
        if (text == null) return Map.of();
        var values = new LinkedHashMap<String, String>();
        for (var line : text.split("\n", -1)) {
            var equals = line.indexOf('=');
            if (equals > 0) values.put(line.substring(0, equals), decoded(line.substring(equals + 1)));
        }
        return Collections.unmodifiableMap(values);
    }

    private static String decoded(String value) {
        var text = new StringBuilder(value.length());
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                text.append(c);
            } else {
                i++;
                text.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
            }
        }
        return text.toString();
    }
}
