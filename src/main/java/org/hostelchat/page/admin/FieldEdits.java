package org.hostelchat.page.admin;

import java.util.ArrayList;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.page.Parameters;
import org.hostelchat.refusal.Refusal;

/**
 * Which fields of a form were edited, and which of these another official has changed since the form was opened. The
 * form sends what it showed at first beside what was typed.
 */
final class FieldEdits {

    private final List<String> overtaken = new ArrayList<>();

    /**
     * The edited value of a field; null if it was not edited.
     *
     * @param label what people call the field
     * @param shownIn the parameter with the value that the form showed at first
     * @param now the stored value
     */
    String of(String label, String shownIn, String typed, String now) {
        var shown = Parameters.get(shownIn);
        if (typed.equals(shown) || typed.equals(now)) return null;
        if (!shown.equals(now)) overtaken.add(label + ": " + (now.isEmpty() ? "–" : now));
        return typed;
    }

    /** @throws Refusal.Conflict naming all fields that were changed by another official too, with their values now */
    void refuseOvertaken() {
        if (overtaken.isEmpty()) return;
        throw new Refusal.Conflict(
                "conflict", Phrase.of("page.fields-changed-meanwhile", "now", String.join("; ", overtaken)));
    }
}
