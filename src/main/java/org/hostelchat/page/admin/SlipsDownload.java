package org.hostelchat.page.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hostelchat.auth.AuthSettings;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageWords;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.PasswordSlips;
import org.hostelchat.wire.FetchSite;
import org.hostelchat.wire.ProblemAnswer;
import org.hostelchat.wire.SlipSheet;

/** The slips of an import as a page for print: {@code /admin/roll/slips?id=}. They are kept until an official says that they are printed. */
@WebServlet("/admin/roll/slips")
public class SlipsDownload extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient PasswordSlips slips;

    @Inject
    private transient Me me;

    @Inject
    private transient PageWords words;

    @Inject
    private transient AuthSettings settings;

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("text/html; charset=UTF-8");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = request.getParameter("id");
        try {
            // Giving slips is recorded, so another site must not be able to trigger it.
            FetchSite.check(request);
            var given = slips.give(me.caller(), id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
            response.setContentType("text/html; charset=UTF-8");
            response.setHeader("Content-Security-Policy", SlipSheet.policy());
            response.setHeader("Cache-Control", "no-store");
            response.getWriter()
                    .write(SlipSheet.of(settings, address(request), words.language())
                            .html(given));
        } catch (Refusal refusal) {
            ProblemAnswer.sendPage(request, response, refusal.problem(words.language()));
        }
    }

    /** The address at which the page was asked for. */
    static String address(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host") + "/";
    }
}
