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
 * Takes the choice of a language, which a plain form of every page sends, and leads back to that page. It is kept on the device, and
 * with the account of whoever is signed in.
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
        // Relative, since a proxy may be where the browser looks for us.
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", LocalPath.isPath(back) ? back : "/");
    }
}
