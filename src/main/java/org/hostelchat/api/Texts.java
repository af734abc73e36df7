package org.hostelchat.api;

import org.hostelchat.refusal.Refusal;

/** Which texts the API accepts at all; rules for each field are in the core. */
final class Texts {

    static final String NO_TEXT = "has characters that are no text (NUL, or half of a surrogate pair)";

    private static final int LONGEST_PARAMETER = 1_000;

    private Texts() {}

    /** False for text with NUL or lone surrogates, which databases and other clients cannot handle. */
    static boolean isText(String text) {
        return text.codePoints().allMatch(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE));
    }

    /**
     * A query parameter, null if it is absent.
     *
     * @throws Refusal.Unacceptable if it is not valid text, or far too long
     */
    static String query(String name, String text) {
        if (text != null && !isText(text)) throw new Refusal.Unacceptable("wrong-parameter", name, NO_TEXT);
        if (text != null && text.length() > LONGEST_PARAMETER) {
            throw new Refusal.Unacceptable("wrong-parameter", name, name + " is too long.");
        }
        return text;
    }
}
