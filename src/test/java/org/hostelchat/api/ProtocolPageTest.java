package org.hostelchat.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares docs/protocol.md with the code. */
class ProtocolPageTest {

    private static final java.nio.file.Path SOURCES = java.nio.file.Path.of("src/main/java");
    private static final Pattern SLUG = Pattern.compile(
            "(?:Refusal\\.(?:Unreadable|NotSignedIn|NotAllowed|NotFound|Conflict|Gone|TooLarge|WrongType|NoSpace|Unacceptable|TooFast|Unavailable|Uncertain)\\(\\s*"
                    + "|refuseIfAny\\(|wrong\\(|unavailable\\(|Problem\\.of\\(\\s*(?:\\d+|status),)\\s*\"([a-z0-9-]*[a-z0-9])\"");

    /** Pages show refusals in words, without their slugs. */
    private static final List<String> OTHER_INTERFACES = List.of("page");

    @Test
    void listsEverySlugAmongTheErrorsOrFrames() throws IOException {
        var all = page();
        var page = all.substring(all.indexOf("### Errors"));
        var missing = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (OTHER_INTERFACES.stream().anyMatch(name -> file.toString().contains("/" + name + "/"))) continue;
                SLUG.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(slug -> !page.contains("`" + slug + "`"))
                        .forEach(slug -> missing.add(slug + " in " + file.getFileName()));
            }
        }
        assertEquals(List.of(), List.copyOf(missing));
    }

    @Test
    void namesEveryCall() throws IOException {
        var page = page();
        for (var resource : ApiDescriptionIT.RESOURCES) {
            for (var method : resource.getMethods()) {
                if (isCall(method)) assertTrue(page.contains(path(resource, method)), path(resource, method));
            }
        }
    }

    private static boolean isCall(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static String path(Class<?> resource, Method method) {
        var path = new StringBuilder("/api");
        for (var part : new Path[] {resource.getAnnotation(Path.class), method.getAnnotation(Path.class)}) {
            if (part != null && !part.value().isEmpty()) path.append('/').append(part.value());
        }
        return path.toString().replaceAll(":[^}]*}", "}");
    }

    private static String page() throws IOException {
        return Files.readString(java.nio.file.Path.of("docs/protocol.md"));
    }
}
