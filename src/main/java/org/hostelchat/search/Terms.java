package org.hostelchat.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the index is asked for: messages that have all of the words, for each prefix a word that begins with it, and of each of the lists one.
 *
 * @param anyOf lists of words, none of which is empty
 */
public record Terms(Set<String> words, Set<String> prefixes, List<Collection<String>> anyOf) {

    /** Prefixes of so many code points, and shorter ones, are asked for as cheaply as words. */
    public static final int QUICK_PREFIX = 4;

    static Terms none() {
        return new Terms(new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
    }

    /** The same with prefixes that are cheap, for whatever is found is looked at again. */
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

    /** The same, and one of these. */
    Terms with(Collection<String> oneOf) {
        var more = new ArrayList<>(anyOf);
        more.add(oneOf);
        return new Terms(words, prefixes, more);
    }

    /** What a message in a room of everybody is indexed by besides: there may be thousands of these. */
    static final String EVERYBODY = "e=1";

    /** What a message of a person is indexed by besides its words. No word has this sign in it. */
    static String author(long id) {
        return "a=" + id;
    }

    /** The same for a room. */
    static String room(long id) {
        return "r=" + id;
    }
}
