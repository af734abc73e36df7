package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hostelchat.form.UnsentForms;
import org.hostelchat.language.Language;
import org.hostelchat.language.RequestLanguage;

/** The language of the page, and the others to choose from. */
@Named("languages")
@RequestScoped
public class LanguageMenu {

    @Inject
    private RequestLanguage requestLanguage;

    @Inject
    private HttpServletRequest request;

    public Language getCurrent() {
        return requestLanguage.ofPage();
    }

    public List<Language> getOffered() {
        return Language.offered();
    }

    /**
     * The URL of this page to return to, as the browser requested it, without parameters for messages that are shown
     * once.
     */
    public String getHere() {
        if (!Parameters.isGet()) return UnsentForms.address(request);
        var forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
        var path = forwarded
                ? (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)
                : request.getRequestURI();
        var query = forwarded
                ? (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING)
                : request.getQueryString();
        var kept = query == null ? "" : query.replaceAll("(^|&)done=[^&]*", "").replaceFirst("^&", "");
        return kept.isEmpty() ? path : path + '?' + kept;
    }
}
