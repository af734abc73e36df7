package org.hostelchat.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.hostelchat.message.MessageDraft;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    @Test
    void readsEveryEncoding() {
        assertEquals("चाय?", ReportText.decode("चाय?".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "\uFEFFதேநீர்".substring(1), ReportText.decode("\uFEFFதேநீர்".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("Café", ReportText.decode("Café".getBytes(Charset.forName("windows-1252"))));
    }

    @Test
    void leavesOutWhatCannotBeShown() {
        assertEquals(List.of("ab\nc"), ReportText.messages("a\u0000b\r\nc\u0007\uFFFF "));
        assertEquals(List.of(), ReportText.messages(" \u0000\u200B\n"));
    }

    @Test
    void aLongTextBecomesSeveralMessages() {
        var parts = ReportText.messages("क".repeat(MessageDraft.LONGEST_BODY * 2 + 1));
        assertEquals(3, parts.size());
        assertEquals(1, parts.get(2).length());
    }

    @Test
    void nothingOfALongTextIsLostThatBecomesLongerInItsNormalForm() {
        var text = "\u0958\u09DC".repeat(MessageDraft.LONGEST_BODY * 3 / 4);
        var whole = Normalizer.normalize(text, Normalizer.Form.NFC);
        assertEquals(MessageDraft.LONGEST_BODY * 3, whole.length());
        assertEquals(whole, String.join("", ReportText.messages(text)));
    }

    @Property
    void anyBytesBecomeMessagesThatMayBeStored(@ForAll @Size(max = 300) byte[] bytes) {
        for (var text : ReportText.messages(ReportText.decode(bytes))) {
            assertTrue(text.codePointCount(0, text.length()) <= MessageDraft.LONGEST_BODY);
            assertEquals(List.of(text), ReportText.messages(text));
        }
    }
}
