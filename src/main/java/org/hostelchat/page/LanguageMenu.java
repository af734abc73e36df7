package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.language.Language;
import org.hostelchat.language.RequestLanguage;

/** The language of the page, and the others to choose from. */
@Named("languages")
@RequestScoped
public class LanguageMenu {

    @Inject
    private RequestLanguage requestLanguage;

    public Language getCurrent() {
        return requestLanguage.ofPage();
    }

    public List<Language> getOffered() {
        return Language.offered();
    }
}
