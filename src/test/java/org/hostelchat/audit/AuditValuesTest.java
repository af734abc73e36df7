package org.hostelchat.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AuditValuesTest {

    @Property(tries = 500)
    void whatIsWrittenIsReadAgain(
            @ForAll @Size(max = 4)
                    Map<
                                    @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 8) String,
                                    @Chars({'\n', '\\', 'n', '=', '\r', 'अ', '"', ' '}) @StringLength(max = 12) String>
                            values) {
        assertEquals(values, AuditValues.decode(AuditValues.encode(values)));
    }

    @Test
    void noFieldsAreStoredAsNull() {
        assertNull(AuditValues.encode(Map.of()));
        assertEquals(Map.of(), AuditValues.decode(null));
        assertEquals(Map.of(), AuditValues.decode("\n\\"));
    }

    @Test
    void keepsTheOrderOfFields() {
        var values = new LinkedHashMap<String, String>();
        values.put("until", "2026-07-31");
        values.put("text", "दो\nपंक्तियाँ");
        assertEquals("until=2026-07-31\ntext=दो\\nपंक्तियाँ", AuditValues.encode(values));
    }

    @Test
    void noTwoListsOfFieldsHaveTheSameHash() {
        assertNotEquals(
                new CanonicalHash().text("ab").text("c").hex(),
                new CanonicalHash().text("a").text("bc").hex());
        assertNotEquals(
                new CanonicalHash().text(null).text("a").hex(),
                new CanonicalHash().text("a").text(null).hex());
        assertNotEquals(
                new CanonicalHash().text("").hex(),
                new CanonicalHash().text(null).hex());
        assertNotEquals(
                new CanonicalHash().number(1L).hex(),
                new CanonicalHash().text("1").hex());
        assertEquals(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                new CanonicalHash().text(null).hex(),
                "one byte of zero, as other programs hash it");
    }
}
