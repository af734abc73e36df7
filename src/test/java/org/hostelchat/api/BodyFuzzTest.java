package org.hostelchat.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.Mutations;

/** Arbitrary bytes as a body either make the requested record or are refused with a reason. */
class BodyFuzzTest {

    record Body(String name, Optional<Role> role, boolean remember, List<Long> people, Field<LocalDate> until) {}

    @Provide
    Arbitrary<byte[]> bodies() {
        return Mutations.bytesOf(
                "{\"name\":\"आशा राव\",\"role\":\"ADMIN\",\"remember\":true,\"people\":[1,2],\"until\":\"2026-01-31\"}",
                "{\"name\":\"Été – ₹\",\"people\":[],\"until\":null}",
                "{\"name\":\"A\",\"more\":[1]}");
    }

    @Property
    void aBodyIsReadOrRefused(@ForAll("bodies") byte[] bytes) throws IOException {
        check(bytes);
    }

    static void check(byte[] bytes) throws IOException {
        try {
            var body = (Body) new BodyReader()
                    .readFrom(
                            asRecord(),
                            null,
                            new Annotation[0],
                            MediaType.APPLICATION_JSON_TYPE,
                            null,
                            new ByteArrayInputStream(bytes));
            assertTrue(body.name() != null && body.people() != null && body.role() != null && body.until() != null);
            assertTrue(body.name().indexOf(0) < 0, "a character that no text has");
        } catch (Refusal refused) {
            assertTrue(refused.problem().status() / 100 == 4, refused.toString());
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<Record> asRecord() {
        return (Class<Record>) (Class<?>) Body.class;
    }
}
