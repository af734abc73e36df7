package org.hostelchat.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the owner of a device calls it, by what its browser says of itself: enough to tell one's phone from the library's
 * computer. Nothing is allowed or refused by it, and the rest of what browsers say is not kept.
 */
final class DeviceName {

    /** By the mark that it bears. Most bear others' marks too, so the first that fits is the right one. */
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

    /** Browsers say a hundred or two; more is not looked at. */
    private static final int LONGEST = 1_000;

    private DeviceName() {}

    /** @return such as "Firefox on Android", or as much of it as can be told; empty if nothing can */
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
