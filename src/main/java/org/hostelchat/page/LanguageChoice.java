package org.hostelchat.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.form.LocalPath;
import org.hostelchat.language.Language;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.user.PreferredLanguages;

/**
 * Receives the choice of a language from the form on every page, and redirects back to that page. The choice is stored
 * on the device, and with the account if signed in.
 */
@WebServlet("/language")
public class LanguageChoice extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient RequestSession requestSession;

    @Inject
    private transient RequestLanguage requestLanguage;

    @Inject
    private transient PreferredLanguages preferredLanguages;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var chosen = Language.of(request.getParameter("language"))
                .filter(Language.offered()::contains)
                .orElse(null);
        if (chosen == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        requestSession.who().ifPresent(who -> preferredLanguages.choose(who.caller(), chosen));
        requestLanguage.choose(chosen);
        var back = request.getParameter("back");
        // A relative URL, because behind a proxy the server does not know the browser's.
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", LocalPath.isPath(back) ? back : "/");
    }
}
