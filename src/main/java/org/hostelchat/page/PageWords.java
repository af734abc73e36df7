package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.hostelchat.language.Language;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.language.Words;

/**
 * The words of the pages in the language of the request: {@code #{words['login.submit']}}, and with values
 * {@code #{words.of('login.greeting', 'name', me.name)}}.
 */
@Named("words")
@RequestScoped
public class PageWords extends AbstractMap<String, String> {

    @Inject
    private RequestLanguage requestLanguage;

    @Override
    public String get(Object key) {
        return Words.PAGES.template(language(), (String) key);
    }

    /** @param arguments names of placeholders, each followed by its value */
    public String of(String key, Object... arguments) {
        return Words.PAGES.text(language(), key, arguments);
    }

    /** What is said of so many, see {@link Words#counted}. */
    public String counted(String key, long count, Object... arguments) {
        return Words.PAGES.counted(language(), key, count, arguments);
    }

    private Language language() {
        return requestLanguage.ofPage();
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Words.PAGES.in(language()).entrySet();
    }
}
