package org.hostelchat.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A query to the index: a message must have all words, for each prefix a word that begins with it, and at least one
 * word of each list.
 *
 * @param anyOf lists of words, none of them empty
 */
public record Terms(Set<String> words, Set<String> prefixes, List<Collection<String>> anyOf) {

    /** Prefixes of up to this many code points cost the index no more than whole words. */
    public static final int QUICK_PREFIX = 4;

    static Terms none() {
        return new Terms(new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
    }

    /** The same with prefixes shortened to {@link #QUICK_PREFIX}. Finds more than wanted, so candidates must be checked. */
    Terms quick() {
        var quick = new LinkedHashSet<String>();
        for (var prefix : prefixes) quick.add(start(prefix));
        return new Terms(words, quick, anyOf);
    }

    private static String start(String prefix) {
        return prefix.codePointCount(0, prefix.length()) <= QUICK_PREFIX
                ? prefix
                : prefix.substring(0, prefix.offsetByCodePoints(0, QUICK_PREFIX));
    }

    /** The same, and at least one of these. */
    Terms with(Collection<String> oneOf) {
        var more = new ArrayList<>(anyOf);
        more.add(oneOf);
        return new Terms(words, prefixes, more);
    }

    /** The additional term of messages in rooms that hold everybody, of which there may be thousands. */
    static final String EVERYBODY = "e=1";

    /** The additional term of a person's messages. No word contains an equals sign. */
    static String author(long id) {
        return "a=" + id;
    }

    /** The additional term of a room's messages. */
    static String room(long id) {
        return "r=" + id;
    }
}
