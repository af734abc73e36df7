package org.hostelchat.room;

import jakarta.persistence.TypedQuery;
import java.util.List;
import org.hostelchat.text.LikePattern;
import org.hostelchat.text.TextKey;

/**
 * Words that a room's name or topic must contain, all of them, in any order, whatever their case, accents and script.
 * Without words it holds for every room.
 */
final class RoomText {

    private final List<String> words;

    /** @param text null for no words */
    RoomText(String text) {
        words = TextKey.words(text);
    }

    /** The condition on a room {@code r}, with {@code and} before each word; empty without words. */
    String condition() {
        var where = new StringBuilder();
        for (var i = 0; i < words.size(); i++)
            where.append(" and r.searchKey like :word").append(i).append(" escape '!'");
        return where.toString();
    }

    /** Sets the parameters of {@link #condition}. */
    <T> TypedQuery<T> in(TypedQuery<T> query) {
        for (var i = 0; i < words.size(); i++) query.setParameter("word" + i, LikePattern.containing(words.get(i)));
        return query;
    }
}
