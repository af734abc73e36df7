package org.hostelchat.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds links in the texts of people, for pages that the server renders. The browser follows the same rules in {@code
 * timeline/links.js}; the tests of both read {@code links.json}. Thread-safe; takes linear time.
 */
@Named("links")
@ApplicationScoped
public class LinkFinder {

    /** Top-level domains with which an address without a scheme is a link, if a path follows. */
    private static final String DOMAINS = "com|org|net|edu|gov|info|io|in|co|me|be|ly|gl|gle|app|dev|page|site|tv";

    /** Where an address begins. */
    private static final Pattern START = Pattern.compile(
            "(?<![a-z0-9])(?<scheme>https?://)"
                    + "|(?<![\\p{L}\\p{M}\\p{N}@./_-])(?=www\\.[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*\\.[\\p{L}\\p{N}]"
                    + "|(?!www\\.)(?:[a-z0-9-]++\\.){1,9}(?:" + DOMAINS + ")/)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Characters that end an address: blanks, control and invisible characters, quotes, and full stops of scripts that
     * write no blank after them. The joiners, also invisible, are allowed, because Indian and Persian words need them.
     */
    private static final Pattern END = Pattern.compile(
            "[\\p{Z}\\p{Cc}\\p{Cf}<>\"`\\\\।॥。、，；：？！．｡､「」『』【】《》〈〉〔〕“”„«»‹›،؛؟۔\\u115F\\u1160\\u3164\\uFFA0\\u2800&&[^\\u200C\\u200D]]");

    private static final Pattern HOST = Pattern.compile(
            "(?:[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_-]*+(?:\\.[\\p{L}\\p{M}\\p{N}_-]++){0,126}\\.?|\\[[0-9a-f:.]+\\])(?::\\d{1,5})?",
            Pattern.CASE_INSENSITIVE);

    /** The next address, after separators. */
    private static final Pattern ANOTHER = Pattern.compile("[,;|']+https?://", Pattern.CASE_INSENSITIVE);

    private static final String BETWEEN = ",;|'";
    private static final Map<Character, Character> OPENED_BY = Map.of(')', '(', ']', '[', '}', '{', '）', '（');

    /** Characters that are not part of an address at its end: punctuation, quotes, opening brackets. */
    private static final String TRAILING = ".,:;!?*'|…’‘–—([{（";

    private static final String EMPHASIS = "_~";

    /**
     * A part of a text.
     *
     * @param href the link's target; null if it is plain text
     */
    public record Piece(String text, String href) {}

    /** Splits a text into parts; their texts joined are the text itself. */
    public List<Piece> pieces(String text) {
        var found = new ArrayList<Piece>();
        var done = 0;
        var starts = START.matcher(text);
        while (starts.find()) {
            var start = starts.start();
            // It is within the previous link.
            if (start < done) continue;
            var scheme = starts.group("scheme");
            var end = end(text, start, scheme == null ? 0 : scheme.length());
            if (end <= start) continue;
            if (start > done) found.add(new Piece(text.substring(done, start), null));
            var address = text.substring(start, end);
            found.add(new Piece(address, scheme == null ? "http://" + address : address));
            done = end;
        }
        if (done < text.length()) found.add(new Piece(text.substring(done), null));
        return found;
    }

    /** The end of the address; -1 if it is not an address or its host could mislead. */
    private static int end(String text, int start, int scheme) {
        var host = hostEnd(text, start + scheme);
        if (host < 0) return -1;
        var end = trimmed(text, host < text.length() && isPathStart(text.charAt(host)) ? pathEnd(text, host) : host);
        var before = start > 0 ? text.charAt(start - 1) : 0;
        return EMPHASIS.indexOf(before) >= 0 && text.charAt(end - 1) == before ? end - 1 : end;
    }

    /** The end of the host; -1 if there is none or it could mislead: bank.example@evil.example looks like the bank's. */
    private static int hostEnd(String text, int from) {
        var host = HOST.matcher(text).region(from, text.length());
        if (!host.lookingAt()) return -1;
        for (var i = host.end(); i < text.length() && !isPathStart(text.charAt(i)) && !isEnd(text, i); i++) {
            if (text.charAt(i) == '@' || text.charAt(i) == '%') return -1;
        }
        return host.end();
    }

    private static int pathEnd(String text, int from) {
        var open = new HashMap<Character, Integer>();
        var end = from;
        for (; end < text.length() && !isEnd(text, end); end++) {
            var sign = text.charAt(end);
            if (BETWEEN.indexOf(sign) >= 0
                    && BETWEEN.indexOf(text.charAt(end - 1)) < 0
                    && ANOTHER.matcher(text).region(end, text.length()).lookingAt()) break;
            if (OPENED_BY.containsValue(sign)) open.merge(sign, 1, Integer::sum);
            var opening = OPENED_BY.get(sign);
            if (opening != null && open.merge(opening, -1, Integer::sum) < 0) break;
        }
        return end;
    }

    private static int trimmed(String text, int from) {
        var end = from;
        for (var next = from; next >= 0; next = trailing(text, end)) end = next;
        return end;
    }

    /** The end without one trailing punctuation mark, or without emoji after a word; -1 if it has neither. */
    private static int trailing(String text, int end) {
        if (TRAILING.indexOf(text.charAt(end - 1)) >= 0) return end - 1;
        var start = end;
        while (isEmoji(text.codePointBefore(start))) start -= Character.charCount(text.codePointBefore(start));
        return start < end && isWord(text.codePointBefore(start)) ? start : -1;
    }

    private static boolean isPathStart(char sign) {
        return sign == '/' || sign == '?' || sign == '#';
    }

    /** Whether an address must end here. Never true at the second half of a surrogate pair. */
    private static boolean isEnd(String text, int at) {
        return END.matcher(text).region(at, text.length()).lookingAt();
    }

    private static boolean isEmoji(int sign) {
        return Character.getType(sign) == Character.OTHER_SYMBOL
                || (sign >= 0x1F3FB && sign <= 0x1F3FF)
                || sign == 0x20E3
                || sign == 0xFE0F
                || sign == 0x200D;
    }

    private static boolean isWord(int sign) {
        return switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetterOrDigit(sign);
        };
    }
}
