package org.hostelchat.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name for a device by which its owner recognises it, derived from {@code User-Agent}: enough to tell one's phone
 * from the library's computer. Never used for access control; the rest of the header is not stored.
 */
final class DeviceName {

    /** By a substring of the header. Most browsers include others' names too, so the order matters. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "Android", "Android",
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Windows", "Windows",
            "Macintosh", "Mac",
            "CrOS", "Chromebook",
            "Linux", "Linux");

    /** Browsers send one or two hundred characters; what exceeds this limit is ignored. */
    private static final int LONGEST = 1_000;

    private DeviceName() {}

    /** @return such as "Firefox on Android", or the part of it that is recognised; empty if none is */
    static String of(String userAgent) {
        if (userAgent == null || userAgent.length() > LONGEST) return "";
        return Stream.of(first(BROWSERS, userAgent), first(SYSTEMS, userAgent))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" on "));
    }

    private static String first(Map<String, String> marks, String userAgent) {
        return marks.entrySet().stream()
                .filter(mark -> userAgent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> inOrder(String... marksAndNames) {
        var order = new LinkedHashMap<String, String>();
        for (int i = 0; i < marksAndNames.length; i += 2) order.put(marksAndNames[i], marksAndNames[i + 1]);
        return order;
    }
}
