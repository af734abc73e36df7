package org.hostelchat.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.language.Language;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.wire.AuditForms;
import org.hostelchat.wire.EventForms;
import org.hostelchat.wire.FileForms;
import org.hostelchat.wire.Form;
import org.hostelchat.wire.ImportForms;
import org.hostelchat.wire.LegacyForms;
import org.hostelchat.wire.NoticeForms;
import org.hostelchat.wire.OwnForms;
import org.hostelchat.wire.ReportForms;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.RoomForms;
import org.hostelchat.wire.SearchForms;
import org.hostelchat.wire.TokenForms;
import org.hostelchat.wire.TransferForms;
import org.hostelchat.wire.UserForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Compares the API's resources with the OpenAPI document. */
@ExtendWith(Hostel.class)
class ApiDescriptionIT {

    static final List<Class<?>> RESOURCES = List.of(
            AuditResource.class,
            BackupsResource.class,
            BlocksResource.class,
            ExportsResource.class,
            HostelImportResource.class,
            FilesResource.class,
            UploadsResource.class,
            HistoryResource.class,
            ImportsResource.class,
            MarksResource.class,
            MeResource.class,
            MentionsResource.class,
            MessagesResource.class,
            MuteResource.class,
            NoticesResource.class,
            NotificationsResource.class,
            NoticeDraftsResource.class,
            OnlineResource.class,
            OverseenRoomsResource.class,
            OwnDataResource.class,
            PeopleResource.class,
            ReportImportResource.class,
            ReportingResource.class,
            ReportsResource.class,
            SearchResource.class,
            RoomMakingResource.class,
            RoomMembersResource.class,
            RoomsResource.class,
            SessionResource.class,
            SignInCodesResource.class,
            SlipOrdersResource.class,
            SlipsResource.class,
            TokensResource.class,
            UsersResource.class);

    /** In which form each call answers that answers with something. */
    private static final Map<String, Form<?>> FORMS = Map.ofEntries(
            Map.entry("GET /api/audit", AuditForms.ENTRY),
            Map.entry("GET /api/audit/verification", AuditForms.VERDICT),
            Map.entry("GET /api/files/uploads/{id}", FileForms.UPLOAD),
            Map.entry("PATCH /api/files/uploads/{id}", FileForms.UPLOAD),
            Map.entry("POST /api/files/uploads/{id}/complete", FileForms.FILE),
            Map.entry("PUT /api/files/{id}/preview", FileForms.FILE),
            Map.entry("GET /api/me", UserForms.SELF),
            Map.entry("GET /api/me/notifications", OwnForms.NOTIFICATIONS),
            Map.entry("GET /api/mentions", EventForms.MENTIONED),
            Map.entry("GET /api/messages", EventForms.FOUND),
            Map.entry("GET /api/notices", NoticeForms.NOTICE),
            Map.entry("GET /api/notices/{id}", NoticeForms.NOTICE),
            Map.entry("PATCH /api/notices/{id}", NoticeForms.NOTICE),
            Map.entry("POST /api/notices/{id}/reminders", NoticeForms.REMINDED),
            Map.entry("GET /api/notices/drafts", NoticeForms.DRAFT),
            Map.entry("GET /api/notices/drafts/{id}", NoticeForms.DRAFT),
            Map.entry("PUT /api/notices/drafts/{id}", NoticeForms.DRAFT),
            Map.entry("GET /api/online", UserForms.PRESENCE),
            Map.entry("GET /api/people", UserForms.RESIDENT),
            Map.entry("GET /api/register/imports", ImportForms.look(Language.EN)),
            Map.entry("GET /api/register/imports/{id}/rows", ImportForms.line(Language.EN)),
            Map.entry("GET /api/register/imports/{id}", ImportForms.look(Language.EN)),
            Map.entry("PATCH /api/register/imports/{id}", ImportForms.look(Language.EN)),
            Map.entry("GET /api/rooms", RoomForms.ROOM),
            Map.entry("GET /api/rooms/{room}", RoomForms.ROOM),
            Map.entry("PATCH /api/rooms/{room}", RoomForms.ROOM),
            Map.entry("GET /api/rooms/all", RoomForms.OVERSEEN),
            Map.entry("GET /api/rooms/directory", RoomForms.DIRECTORY_ENTRY),
            Map.entry("GET /api/rooms/{room}/history", EventForms.HISTORY),
            Map.entry("GET /api/rooms/{room}/members", RoomForms.MEMBER),
            Map.entry("GET /api/rooms/{room}/messages", EventForms.EVENT),
            Map.entry("PATCH /api/rooms/{room}/messages/by-seq/{seq}", EventForms.STORED),
            Map.entry("GET /api/rooms/{room}/pins", EventForms.PINS),
            Map.entry("GET /api/blocks", RoomForms.PERSON),
            Map.entry("GET /api/rooms/{room}/audience", RoomForms.AUDIENCE),
            Map.entry("POST /api/hostel-import", TransferForms.IMPORTED),
            Map.entry("POST /api/report-import/look", LegacyForms.look(Language.EN)),
            Map.entry("POST /api/report-import/accounts", LegacyForms.ACCOUNTS),
            Map.entry("POST /api/report-import/messages", LegacyForms.PROGRESS),
            Map.entry("GET /api/reports", ReportForms.REPORT),
            Map.entry("GET /api/reports/{report}", ReportForms.TALK),
            Map.entry("GET /api/search", SearchForms.PAGE),
            Map.entry("POST /api/session", UserForms.SIGNED_IN),
            Map.entry("POST /api/session/by-code", UserForms.SIGNED_IN),
            Map.entry("GET /api/tokens", TokenForms.TOKEN),
            Map.entry("GET /api/users", UserForms.ENTRY),
            Map.entry("GET /api/users/{enrolmentNumber}", UserForms.ENTRY),
            Map.entry("PATCH /api/users/{enrolmentNumber}", UserForms.ENTRY),
            Map.entry("POST /api/users/{enrolmentNumber}/password-reset", UserForms.INITIAL_PASSWORD));

    /** Lists that come in one of several forms, depending on their parameters. */
    private static final Map<String, List<Form<?>>> SEVERAL_FORMS =
            Map.of("GET /api/notices/{id}/acknowledgements", List.of(NoticeForms.ACKNOWLEDGEMENT, NoticeForms.SHARE));

    /** What the server around the resources answers. */
    private static final Set<String> HOUSE = Set.of("GET /health", "GET /health/ready", "GET /metrics", "GET /openapi");

    @Test
    void describesEveryCallAndNoOther(HostelServer server) {
        var paths = document(server).getJsonObject("paths");
        Set<String> described = new TreeSet<>();
        paths.forEach((path, item) -> item.asJsonObject().keySet().stream()
                .map(method -> method.toUpperCase(Locale.ROOT) + " " + path)
                .forEach(described::add));
        assertTrue(described.containsAll(HOUSE));
        described.removeAll(HOUSE);

        assertEquals(calls().keySet(), described);
    }

    @Test
    void describesEveryBodyAsItIsReadAndWritten(HostelServer server) {
        var document = document(server);
        assertEquals(
                calls().entrySet().stream()
                        .filter(call -> answersInAForm(call.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                FORMS.keySet());
        calls().forEach((call, method) -> {
            var operation = operation(document, call);
            requestBody(method).ifPresent(type -> {
                var schema = schema(document, operation.getJsonObject("requestBody"));
                assertEquals(names(type), schema.getJsonObject("properties").keySet(), call);
                assertEquals(required(type), texts(schema, "required"), call);
                assertEquals(optional(type), nullable(document, schema), call);
            });
            Optional.ofNullable(FORMS.get(call)).ifPresent(form -> {
                var schema =
                        schema(document, operation.getJsonObject("responses").getJsonObject("200"));
                if (method.getReturnType() == Listing.class) {
                    assertEquals(String.join(",", form.columns()), csvHeader(operation), call);
                    schema = resolve(
                            document,
                            schema.getJsonObject("properties")
                                    .getJsonObject("items")
                                    .getJsonObject("items"));
                }
                assertEquals(
                        Set.copyOf(form.columns()),
                        schema.getJsonObject("properties").keySet(),
                        call);
            });
        });
    }

    @Test
    void describesEveryFormOfAList(HostelServer server) {
        var document = document(server);
        SEVERAL_FORMS.forEach((call, forms) -> {
            var described = content(
                            operation(document, call).getJsonObject("responses").getJsonObject("200"))
                    .getJsonArray("oneOf")
                    .getValuesAs(JsonObject.class);
            assertEquals(
                    forms.stream().map(form -> Set.copyOf(form.columns())).toList(),
                    described.stream()
                            .map(list -> resolve(document, list).getJsonObject("properties"))
                            .map(list -> resolve(
                                    document, list.getJsonObject("items").getJsonObject("items")))
                            .map(item -> item.getJsonObject("properties").keySet())
                            .toList(),
                    call);
        });
    }

    @Test
    void describesErrorsAndWhoMayCall(HostelServer server) {
        var document = document(server);
        for (var call : calls().keySet()) {
            var operation = operation(document, call);
            var answers = operation.getJsonObject("responses");
            assertFalse(operation.getString("description").isBlank(), call);
            assertTrue(answers.containsKey("401"), call);
            assertTrue(answers.containsKey("500"), call);
            // The gate before all of them answers it while the register can't be read.
            assertTrue(answers.containsKey("503"), call);
            assertEquals(isRationed(call), answers.containsKey("429"), call);
            answers.forEach((status, answer) -> {
                if (!status.matches("[45]..")) return;
                var problem = resolve(document, answer.asJsonObject())
                        .getJsonObject("content")
                        .getJsonObject("application/problem+json");
                assertEquals(
                        Integer.parseInt(status),
                        problem.getJsonObject("example").getInt("status"),
                        call);
            });
        }
        assertEquals(
                Set.of("session", "token"),
                document.getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .keySet());
    }

    /** What stores messages, what tries passwords, search, and reminders. */
    private static boolean isRationed(String call) {
        return call.matches("(PUT|PATCH|DELETE) /api/rooms/\\{room}/messages/.*(?<!/report)")
                || call.equals("POST /api/notices/{id}/reminders")
                || call.equals("GET /api/search")
                || call.equals("GET /api/me/data")
                || call.equals("POST /api/session")
                || call.equals("POST /api/session/by-code")
                || call.equals("POST /api/session/confirmation")
                || call.equals("POST /api/tokens")
                || call.equals("PUT /api/session/password");
    }

    @Test
    void isForOfficialsOnly(HostelServer server) {
        server.api().get("/openapi").expectProblem(401, "not-signed-in");
        server.residents().student("Curious").api().get("/openapi").expectProblem(403, "admins-only");
        var yaml = server.operator().header("Accept", null).get("/openapi").expect(200);
        assertTrue(yaml.header("Content-Type").startsWith("application/yaml"));
        assertTrue(yaml.body().startsWith("openapi: 3.0.3\n"));
        assertFalse(yaml.body().contains("\nendpoints:"));
    }

    @Test
    void healthSaysUpOrDownAndNothingElse(HostelServer server) {
        assertEquals(
                "{\"status\":\"UP\"}", server.api().get("/health").expect(200).body());
        assertEquals(
                "{\"status\":\"UP\"}",
                server.api().get("/health/ready").expect(200).body());
    }

    private static JsonObject document(HostelServer server) {
        var document = server.operator()
                .header("Accept", "application/json")
                .get("/openapi")
                .expect(200)
                .json();
        assertEquals(
                Set.of("openapi", "info", "servers", "security", "tags", "paths", "components"), document.keySet());
        return document;
    }

    /** "GET /api/me" and the like, with the method that answers. */
    private static Map<String, Method> calls() {
        Map<String, Method> calls = new TreeMap<>();
        for (var resource : RESOURCES) {
            for (var method : resource.getMethods()) {
                verb(method).ifPresent(verb -> calls.put(verb + " " + path(resource, method), method));
            }
        }
        return calls;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findAny();
    }

    private static String path(Class<?> resource, Method method) {
        var path = Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(part -> part != null && !part.value().isEmpty())
                .map(Path::value)
                .collect(Collectors.joining("/", "/api/", ""));
        return path.replaceAll(":[^}]*}", "}");
    }

    private static Optional<Class<?>> requestBody(Method method) {
        return Arrays.stream(method.getParameterTypes()).filter(Class::isRecord).findAny();
    }

    private static boolean answersInAForm(Method method) {
        return method.getReturnType() == Listing.class || method.getReturnType() == Representation.class;
    }

    private static Set<String> names(Class<?> body) {
        return Arrays.stream(body.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> required(Class<?> body) {
        return Arrays.stream(body.getRecordComponents())
                .filter(part -> part.getType() != Optional.class && part.getType() != Field.class)
                .filter(part -> part.getType() != boolean.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> optional(Class<?> body) {
        var names = names(body);
        names.removeAll(required(body));
        return names;
    }

    private static Set<String> nullable(JsonObject document, JsonObject schema) {
        return schema.getJsonObject("properties").entrySet().stream()
                .filter(property ->
                        resolve(document, property.getValue().asJsonObject()).getBoolean("nullable", false))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String csvHeader(JsonObject operation) {
        return operation
                .getJsonObject("responses")
                .getJsonObject("200")
                .getJsonObject("content")
                .getJsonObject("text/csv")
                .getString("example")
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject operation(JsonObject document, String call) {
        var words = call.split(" ", 2);
        return document.getJsonObject("paths").getJsonObject(words[1]).getJsonObject(words[0].toLowerCase(Locale.ROOT));
    }

    private static JsonObject schema(JsonObject document, JsonObject body) {
        return resolve(document, content(body));
    }

    private static JsonObject content(JsonObject body) {
        return body.getJsonObject("content").getJsonObject("application/json").getJsonObject("schema");
    }

    private static JsonObject resolve(JsonObject document, JsonObject part) {
        if (!part.containsKey("$ref")) return part;
        JsonValue found = document;
        for (var step : part.getString("$ref").substring(2).split("/", -1))
            found = found.asJsonObject().get(step);
        return found.asJsonObject();
    }

    private static Set<String> texts(JsonObject schema, String name) {
        if (!schema.containsKey(name)) return Set.of();
        return schema.getJsonArray(name).getValuesAs(JsonString::getString).stream()
                .collect(Collectors.toSet());
    }
}
