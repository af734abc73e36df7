package org.hostelchat.api;

import org.hostelchat.refusal.Refusal;

/** What may pass as text at this door at all; the core has the rules for each field. */
final class Texts {

    static final String NO_TEXT = "has characters that are no text (NUL, or half of a surrogate pair)";

    private static final int LONGEST_PARAMETER = 1_000;

    private Texts() {}

    /** False for what no database and no other client could take: NUL and lone surrogates. */
    static boolean isText(String text) {
        return text.codePoints().allMatch(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE));
    }

    /**
     * A parameter of a query as it came, null for none.
     *
     * @throws Refusal.Unacceptable if it is no text, or far too long
     */
    static String query(String name, String text) {
        if (text != null && !isText(text)) throw new Refusal.Unacceptable("wrong-parameter", name, NO_TEXT);
        if (text != null && text.length() > LONGEST_PARAMETER) {
            throw new Refusal.Unacceptable("wrong-parameter", name, name + " is too long.");
        }
        return text;
    }
}
