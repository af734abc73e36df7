package org.hostelchat.search;

/**
 * One word of a text, or one character of a script that is written without blanks between words.
 *
 * @param text folded: what is compared
 * @param start of it in the text, in code points
 * @param end after it, in code points
 * @param single whether it is a character of a script without blanks
 * @param joined whether it is such a one, and follows another one directly
 */
record Token(String text, int start, int end, boolean single, boolean joined) {

    /** Whether this, which somebody looks for, is what stands there. */
    boolean is(Token there, boolean asPrefix) {
        if (single != there.single || (joined && !there.joined)) return false;
        return (asPrefix && !single) ? there.text.startsWith(text) : there.text.equals(text);
    }
}
