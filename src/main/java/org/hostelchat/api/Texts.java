package org.hostelchat.api;

import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** Which texts the API accepts at all; rules for each field are in the core. */
final class Texts {

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
        if (text != null && !isText(text))
            throw new Refusal.Unacceptable("wrong-parameter", name, Phrase.of("api.field-no-text"));
        if (text != null && text.length() > LONGEST_PARAMETER) {
            throw new Refusal.Unacceptable("wrong-parameter", name, Phrase.of("api.parameter-too-long", "name", name));
        }
        return text;
    }

    /**
     * A query parameter that is true or false, null if it is absent.
     *
     * @throws Refusal.Unacceptable if it is anything else
     */
    static Boolean flag(String name, String text) {
        if (text == null) return null;
        if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
        throw new Refusal.Unacceptable("wrong-parameter", name, Phrase.of("api.flag", "name", name));
    }
}
