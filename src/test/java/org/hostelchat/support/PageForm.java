package org.hostelchat.support;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form of a page for an HTTP client, so that a test can send exactly the same form twice. */
public final class PageForm {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"([^\"]*)\"");

    private final Api api;
    private final String action;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private PageForm(Api api, String action) {
        this.api = api;
        this.action = action;
    }

    /** Fetches a page and reads the form with this id and the values of its fields. No button is pressed. */
    public static PageForm of(Api api, String path, String id) {
        String page = api.get(path).expect(200).body();
        int begin = page.indexOf("<form id=\"" + id + "\"");
        if (begin < 0) {
            throw new AssertionError(path + " has no form " + id + "\n" + page);
        }
        PageForm form = new PageForm(
                api, attributes(page.substring(begin, page.indexOf('>', begin))).get("action"));
        INPUT.matcher(page.substring(begin, page.indexOf("</form>", begin)))
                .results()
                .map(input -> attributes(input.group()))
                .filter(input -> input.containsKey("name")
                        && (!"checkbox".equals(input.get("type")) || input.containsKey("checked"))
                        && !"submit".equals(input.get("type")))
                .forEach(input -> form.fields.put(input.get("name"), input.getOrDefault("value", "")));
        return form;
    }

    private static Map<String, String> attributes(String tag) {
        return ATTRIBUTE
                .matcher(tag)
                .results()
                .collect(Collectors.toMap(
                        attribute -> attribute.group(1), attribute -> attribute.group(2), (one, other) -> one));
    }

    /** Sets the value of a field, or presses a button. */
    public PageForm with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /** Removes a field, such as a check box that is not ticked. */
    public PageForm without(String name) {
        fields.remove(name);
        return this;
    }

    public String value(String name) {
        return fields.get(name);
    }

    public ApiResponse send() {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return api.send("POST", action, BodyPublishers.ofString(body), "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
