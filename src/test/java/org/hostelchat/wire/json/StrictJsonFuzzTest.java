package org.hostelchat.wire.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hostelchat.support.Mutations;

/**
 * A text is one object, which is the same when written and read again, or it is refused: no exception of a parser and
 * no unbounded nesting gets through.
 */
class StrictJsonFuzzTest {

    @Provide
    Arbitrary<String> texts() {
        return Mutations.of(
                "{\"name\":\"आशा\",\"list\":[1,-2.5e3,true,null,\"\\u0041\\ud83c\\udf75\"],\"deep\":{\"er\":{}}}",
                "{}",
                " {\"a\" : 1}\r\n",
                "[1,2]");
    }

    @Property
    void aTextIsOneObjectOrRefused(@ForAll("texts") String text) throws StrictJson.NotAnObject {
        check(text);
    }

    static void check(String text) throws StrictJson.NotAnObject {
        JsonObject object;
        try {
            object = StrictJson.object(text);
        } catch (StrictJson.NotAnObject refused) {
            return;
        }
        assertEquals(object, StrictJson.object(object.toString()));
    }
}
