package org.hostelchat.language;

/** Makes the texts of {@link Language#PSEUDO}: each letter replaced by an accented one, each text 40 % longer. */
final class PseudoTranslation {

    private static final String PLAIN = "ABCDEGHIJKLNOPRSTUWYZabcdeghijklnoprstuwyz";
    private static final String STRANGE = "ÅƁÇÐÉĜĤÎĴĶĻÑÖÞŔŠŢÛŴÝŽåƀçðéĝĥîĵķļñöþŕšţûŵýž";

    private PseudoTranslation() {}

    static String of(String text) {
        var out = new StringBuilder();
        var letters = 0;
        var inside = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '{' || c == '<') inside = true;
            var known = inside ? -1 : PLAIN.indexOf(c);
            out.append(known < 0 ? c : STRANGE.charAt(known));
            if (!inside && Character.isLetter(c)) letters++;
            if (c == '}' || c == '>') inside = false;
        }
        // Divided into words: one long word would only test how words are broken.
        for (int i = 0, more = (letters * 2 + 4) / 5; i < more; i++) out.append(i % 8 == 0 && i > 0 ? " ~" : "~");
        return out.toString();
    }
}
