package org.hostelchat.page.admin;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * From which list residents were chosen: the register with its filter, order and page, or those who were not in a stored list. A form carries it as the
 * query of an address, of which only known parameters are taken.
 */
final class ListedResidents {

    private final Map<String, String> given = new LinkedHashMap<>();

    /** @param query as {@link UsersPage#getPlace} makes it; anything else leads to the whole register */
    ListedResidents(String query) {
        for (var part : query.split("&", 40)) {
            var equals = part.indexOf('=');
            if (equals > 0) put(part.substring(0, equals), decoded(part.substring(equals + 1)));
        }
    }

    private void put(String name, String value) {
        var known = isNumber(name) ? value.matches("[0-9]{1,18}") : isText(name);
        if (known) given.put(name, value);
    }

    private static boolean isNumber(String name) {
        return name.equals("after") || name.equals("roll");
    }

    private static boolean isText(String name) {
        return UsersPage.FIELDS.contains(name) || name.equals("sort");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            return "";
        }
    }

    /** The import whose missing people are listed; 0 for the register. */
    long roll() {
        return Long.parseLong(given.getOrDefault("roll", "0"));
    }

    String query() {
        return given.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The address of the list. */
    String address() {
        if (roll() > 0) return "/admin/roll?id=" + roll() + "&kind=MISSING";
        return given.isEmpty() ? "/admin/users" : "/admin/users?" + query();
    }

    /** The same, which then says of how many people something was done. */
    String address(String done, int count) {
        return address() + (address().contains("?") ? '&' : '?') + "done=" + done + "&count=" + count;
    }
}
