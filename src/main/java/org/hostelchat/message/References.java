package org.hostelchat.message;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.text.Sha256;

/**
 * What a post refers to: another post, and people.
 *
 * @param replyTo the number of the post that it replies to, in the same room; null for none
 * @param mentions ids of mentioned accounts without duplicates; only the first {@value #MOST_MENTIONS} are kept
 * @param everybody whether it mentions everybody in the room
 * @param files numbers of the files that it carries, each once, in their order; of a stored post the files themselves are known instead
 */
public record References(Long replyTo, List<Long> mentions, boolean everybody, List<Long> files) {

    /** The most people that a post mentions by name; further ones are dropped. */
    public static final int MOST_MENTIONS = 50;

    public static final References NONE = new References(null, List.of(), false);

    /** Of a post that carries no files. */
    public References(Long replyTo, List<Long> mentions, boolean everybody) {
        this(replyTo, mentions, everybody, List.of());
    }

    private static final String SEPARATOR = ",";
    private static final String EVERYBODY = "*";

    public References {
        files = List.copyOf(files);
        mentions = mentions.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_MENTIONS)
                .toList();
    }

    boolean mentionsAnybody() {
        return everybody || !mentions.isEmpty();
    }

    /**
     * The hash with which a repeated post is compared. Without references it is the hash of the text, as earlier
     * versions stored it. The order of mentions does not count.
     */
    byte[] hashWith(String words) {
        if (equals(NONE)) return Sha256.of(words);
        var sorted = mentions.stream().sorted().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        // No text contains NUL.
        var all = words + '\0' + replyTo + '\0' + sorted + '\0' + everybody;
        return Sha256.of(files.isEmpty() ? all : all + '\0' + files);
    }

    /** The mentions as stored: ids with a comma before and after each, so that SQL can remove one. Null for none. */
    String stored() {
        if (!mentionsAnybody()) return null;
        return Stream.concat(
                        Stream.of(EVERYBODY).filter(all -> everybody),
                        mentions.stream().map(String::valueOf))
                .collect(Collectors.joining(SEPARATOR, SEPARATOR, SEPARATOR));
    }

    /** @param stored the result of {@link #stored()}, or null */
    static References of(Long replyTo, String stored) {
        if (stored == null) return replyTo == null ? NONE : new References(replyTo, List.of(), false);
        var parts = Arrays.stream(stored.split(SEPARATOR))
                .filter(part -> !part.isEmpty())
                .toList();
        return new References(
                replyTo,
                parts.stream()
                        .filter(part -> !part.equals(EVERYBODY))
                        .map(Long::valueOf)
                        .toList(),
                parts.contains(EVERYBODY));
    }
}
