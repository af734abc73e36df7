package org.hostelchat.language;

/** English as {@link Language#PSEUDO} has it: every letter a strange one that can still be read, every text 40 % longer. */
final class Pseudo {

    private static final String PLAIN = "ABCDEGHIJKLNOPRSTUWYZabcdeghijklnoprstuwyz";
    private static final String STRANGE = "ÅƁÇÐÉĜĤÎĴĶĻÑÖÞŔŠŢÛŴÝŽåƀçðéĝĥîĵķļñöþŕšţûŵýž";

    private Pseudo() {}

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
        // In words of some length, as languages have them: one long word would test only how words are broken.
        for (int i = 0, more = (letters * 2 + 4) / 5; i < more; i++) out.append(i % 8 == 0 && i > 0 ? " ~" : "~");
        return out.toString();
    }
}
