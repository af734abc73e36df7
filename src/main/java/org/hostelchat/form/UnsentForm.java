package org.hostelchat.form;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody wrote into a form that did nothing, since their session had ended.
 *
 * @param owner the number of the account for which the page was made
 * @param path of the page
 * @param words by the names of fields; without passwords
 */
record UnsentForm(long owner, String path, Map<String, String[]> words) {

    /** By which a page knows what it is about: they stand in its address too. */
    private static final List<String> SUBJECT = List.of("id", "number", "act", "room", "seq");

    String toJson() {
        var fields = Json.createObjectBuilder();
        words.forEach((name, values) -> fields.add(name, Json.createArrayBuilder(List.of(values))));
        return Json.createObjectBuilder()
                .add("owner", owner)
                .add("path", path)
                .add("words", fields)
                .build()
                .toString();
    }

    static UnsentForm ofJson(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            var form = reader.readObject();
            var words = new LinkedHashMap<String, String[]>();
            form.getJsonObject("words").forEach((name, values) -> words.put(name, strings((JsonArray) values)));
            return new UnsentForm(form.getJsonNumber("owner").longValue(), form.getString("path"), words);
        }
    }

    private static String[] strings(JsonArray values) {
        return values.getValuesAs(JsonString::getString).toArray(String[]::new);
    }

    /** Where the form stands. */
    String address() {
        var query = SUBJECT.stream()
                .filter(words::containsKey)
                .map(name -> name + "=" + URLEncoder.encode(words.get(name)[0], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Whether the page that is asked for is the one with the form, and about the same. */
    boolean isFor(HttpServletRequest request) {
        return path.equals(RequestPath.of(request))
                && SUBJECT.stream().allMatch(name -> {
                    var asked = request.getParameter(name);
                    return asked == null || !words.containsKey(name) || asked.equals(words.get(name)[0]);
                });
    }

    /** The request as if it brought the form. */
    HttpServletRequest onto(HttpServletRequest request) {
        return new RewrittenRequest(request, "POST", words);
    }
}
