package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.AbstractMap;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.hostelchat.language.Language;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.language.Words;
import org.hostelchat.notice.Notices;
import org.hostelchat.room.Room;

/**
 * The words of the pages in the language of the request: {@code #{words['login.submit']}}, with values
 * {@code #{words.of('login.greeting', 'name', me.name)}}, and with elements within the sentence
 * {@code <hc:sentence of="#{words.marked('login.greeting', 'name', me.name)}" />}.
 */
@Named("words")
@RequestScoped
public class PageWords extends AbstractMap<String, String> {

    @Inject
    private RequestLanguage requestLanguage;

    @Inject
    private MarkedWords markedWords;

    /** What stands under the key; the key itself where nothing does. */
    @Override
    public String get(Object key) {
        return Words.PAGES.template(language(), (String) key);
    }

    /** What stands under a key that may not be one. */
    public String or(String key, String otherwise) {
        return Words.PAGES.in(language()).getOrDefault(key, otherwise);
    }

    /** @param arguments names of placeholders, each followed by its value */
    public String of(String key, Object... arguments) {
        return Words.PAGES.text(language(), key, arguments);
    }

    /** What is said of so many, see {@link Words#counted}. */
    public String counted(String key, long count, Object... arguments) {
        return Words.PAGES.counted(language(), key, count, arguments);
    }

    /** As HTML, with elements for the values and for what the sentence marks, see {@link MarkedWords}. */
    public String marked(String key, Object... arguments) {
        return markedWords.html(get(key), arguments);
    }

    /** What a room is called, the common room in the reader's language as long as it has the name with which it was made. */
    public String room(long id, String name) {
        return id == Room.COMMON && Room.COMMON_NAME.equals(name) ? get("house.common-room") : name;
    }

    /** Who did something, the hostel office in the reader's language. */
    public String person(Long id, String name) {
        return (id == null || id == 0) && Notices.OFFICE.equals(name) ? get("house.office") : name;
    }

    /** The order of words in a list. */
    public Comparator<Object> alphabet() {
        return Collator.getInstance(language().locale());
    }

    public Language language() {
        return requestLanguage.ofPage();
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Words.PAGES.in(language()).entrySet();
    }
}
