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
import org.hostelchat.message.RoomEvent;
import org.hostelchat.notice.Notices;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomKind;

/**
 * The texts of the pages in the language of the request: {@code #{words['login.submit']}}; with values {@code
 * #{words.of('login.greeting', 'name', me.name)}}; with elements within the sentence {@code <hc:sentence
 * of="#{words.marked('login.greeting', 'name', me.name)}" />}.
 */
@Named("words")
@RequestScoped
public class PageWords extends AbstractMap<String, String> {

    @Inject
    private RequestLanguage requestLanguage;

    @Inject
    private MarkedWords markedWords;

    /** The text of a key; the key itself if there is none. */
    @Override
    public String get(Object key) {
        return Words.PAGES.template(language(), (String) key);
    }

    /** The text of a key, or {@code otherwise} if there is none. */
    public String or(String key, String otherwise) {
        return Words.PAGES.in(language()).getOrDefault(key, otherwise);
    }

    /** @param arguments names of placeholders, each followed by its value */
    public String of(String key, Object... arguments) {
        return Words.PAGES.text(language(), key, arguments);
    }

    /** The text for a count, see {@link Words#counted}. */
    public String counted(String key, long count, Object... arguments) {
        return Words.PAGES.counted(language(), key, count, arguments);
    }

    /** The text as HTML, with elements for values and tags, see {@link MarkedWords}. */
    public String marked(String key, Object... arguments) {
        return markedWords.html(get(key), arguments);
    }

    /** A room's name. The common room's is translated as long as it has its original name. */
    public String room(long id, String name) {
        return id == Room.COMMON && Room.COMMON_NAME.equals(name) ? get("house.common-room") : name;
    }

    /** A person's name; for the operator, the translated name of the hostel office. */
    public String person(Long id, String name) {
        return (id == null || id == 0) && Notices.OFFICE.equals(name) ? get("house.office") : name;
    }

    /** Whom rooms of a kind are for. */
    public String about(RoomKind kind) {
        return switch (kind) {
            case COMMON -> get("chat.about.common");
            case NOTICE, CONCERNED -> get("chat.about.notice");
            case OPEN -> get("chat.about.open");
            case GROUP -> get("chat.about.group");
            case DIRECT -> get("chat.about.direct");
            case AUDIENCE -> get("chat.about.audience");
        };
    }

    /** A message's author; in words, where nobody is known to have written it. */
    public String author(RoomEvent.Author by) {
        return by.name() == null ? get("messages.no-author") : by.name();
    }

    /** The alphabetical order of the page's language. */
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
