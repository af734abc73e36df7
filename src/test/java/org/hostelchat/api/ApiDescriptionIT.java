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
import java.lang.reflect.ParameterizedType;
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
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks the resources against the document that describes them. */
@ExtendWith(Hostel.class)
class ApiDescriptionIT {

    static final List<Class<?>> RESOURCES = List.of(
            AuditResource.class,
            HistoryResource.class,
            MeResource.class,
            MessagesResource.class,
            NoticesResource.class,
            OnlineResource.class,
            PeopleResource.class,
            RoomMakingResource.class,
            RoomMembersResource.class,
            RoomsResource.class,
            SessionResource.class,
            TokensResource.class,
            UsersResource.class);

    /** What the server around the resources answers. */
    private static final Set<String> HOUSE = Set.of("GET /health", "GET /metrics", "GET /openapi");

    @Test
    void describesEveryCallAndNoOther(HostelServer server) {
        var paths = document(server).getJsonObject("paths");
        Set<String> described = new TreeSet<>();
        paths.forEach((path, item) -> item.asJsonObject().keySet().stream()
                .map(method -> method.toUpperCase(Locale.ROOT) + " " + path)
                .forEach(described::add));
        described.removeAll(HOUSE);

        assertEquals(calls().keySet(), described);
    }

    @Test
    void describesEveryBodyAsItIsReadAndWritten(HostelServer server) {
        var document = document(server);
        calls().forEach((call, method) -> {
            var operation = operation(document, call);
            requestBody(method).ifPresent(type -> {
                var schema = schema(document, operation.getJsonObject("requestBody"));
                assertEquals(names(type), schema.getJsonObject("properties").keySet(), call);
                assertEquals(required(type), texts(schema, "required"), call);
                assertEquals(optional(type), nullable(document, schema), call);
            });
            answerBody(method).ifPresent(type -> {
                var schema =
                        schema(document, operation.getJsonObject("responses").getJsonObject("200"));
                if (method.getReturnType() == Listing.class) {
                    assertEquals(header(type), csvHeader(operation), call);
                    schema = resolve(
                            document,
                            schema.getJsonObject("properties")
                                    .getJsonObject("items")
                                    .getJsonObject("items"));
                }
                assertEquals(names(type), schema.getJsonObject("properties").keySet(), call);
            });
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

    /** What stores messages, and what tries passwords. */
    private static boolean isRationed(String call) {
        return call.matches("(PUT|PATCH|DELETE) /api/rooms/\\{room}/messages/.*")
                || call.equals("POST /api/session")
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

    private static Optional<Class<?>> answerBody(Method method) {
        if (method.getGenericReturnType() instanceof ParameterizedType list) {
            return Optional.of((Class<?>) list.getActualTypeArguments()[0]);
        }
        return Optional.<Class<?>>of(method.getReturnType()).filter(Class::isRecord);
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

    private static String header(Class<?> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(","));
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
        return resolve(
                document,
                body.getJsonObject("content").getJsonObject("application/json").getJsonObject("schema"));
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
