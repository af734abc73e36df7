package org.hostelchat.message;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hostelchat.attachment.AttachedFile;

/**
 * The beginning of a post that another one replies to.
 *
 * @param by null if the reader may not see the post: it was deleted, or is from before they joined
 * @param excerpt its first words on one line, or the names of its files if it has no words; null like {@code by}
 */
public record Quote(long seq, RoomEvent.Author by, String excerpt) {

    /** In user-perceived characters (grapheme clusters). */
    private static final int LONGEST_EXCERPT = 140;

    static Quote of(RoomEvent.Posted post) {
        return new Quote(post.seq(), post.by(), excerpt(post.body().isEmpty() ? names(post) : post.body()));
    }

    private static String names(RoomEvent.Posted post) {
        return post.files().stream().map(AttachedFile::name).collect(Collectors.joining(", "));
    }

    static Quote gone(long seq) {
        return new Quote(seq, null, null);
    }

    private static String excerpt(String body) {
        var line = body.replaceAll("\\s+", " ").strip();
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        var end = characters.next(LONGEST_EXCERPT);
        return end == BreakIterator.DONE || end == line.length()
                ? line
                : line.substring(0, end).strip() + "…";
    }
}
