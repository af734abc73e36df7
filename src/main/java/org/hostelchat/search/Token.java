package org.hostelchat.search;

/**
 * One word of a text, or one character of a script that is written without blanks between words.
 *
 * @param text the folded form, which is compared
 * @param start where it begins in the text, in code points
 * @param end where it ends in the text, in code points, exclusive
 * @param single whether it is a character of a script without blanks, or a symbol
 * @param joined whether it is a single character that directly follows another one
 */
record Token(String text, int start, int end, boolean single, boolean joined) {

    /** Whether this token of a search matches a token of a message. */
    boolean matches(Token there, boolean asPrefix) {
        if (single != there.single || (joined && !there.joined)) return false;
        return (asPrefix && !single) ? there.text.startsWith(text) : there.text.equals(text);
    }
}
