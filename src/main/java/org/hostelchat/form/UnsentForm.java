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
 * The content of a form that was sent after the session had ended and had no effect.
 *
 * @param owner the id of the account for which the page was rendered
 * @param path of the page
 * @param words by the names of fields; without passwords
 */
record UnsentForm(long owner, String path, Map<String, String[]> words) {

    /** The parameters that identify a page's subject; part of its address too. */
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

    /** The address of the form's page. */
    String address() {
        var query = SUBJECT.stream()
                .filter(words::containsKey)
                .map(name -> name + "=" + URLEncoder.encode(words.get(name)[0], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Whether the requested page is the one with the form, and about the same subject. */
    boolean isFor(HttpServletRequest request) {
        return path.equals(RequestPath.of(request))
                && SUBJECT.stream().allMatch(name -> {
                    var asked = request.getParameter(name);
                    return asked == null || !words.containsKey(name) || asked.equals(words.get(name)[0]);
                });
    }

    /** A request that looks as if it submitted the form. */
    HttpServletRequest onto(HttpServletRequest request) {
        return new RewrittenRequest(request, "POST", words);
    }
}
