package org.hostelchat.page.admin;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hostelchat.form.FilePart;
import org.hostelchat.page.Me;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.RegisterImports;
import org.hostelchat.wire.WholeBody;

/**
 * Takes the file of the form on {@code /admin/roll}, and redirects to the page with what it would change. A file that is refused is answered with
 * the form and the reason. Stateless.
 */
@WebServlet("/admin/roll/file")
public class RollUpload extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** The most bytes that the form adds to the file. */
    private static final int FORM = 64 * 1024;

    @Inject
    private transient RegisterImports imports;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        redirect(response, "/admin/roll");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            me.caller().requireAdmin();
            byte[] body;
            try (var in = WholeBody.of(request, request.getInputStream())) {
                body = in.readNBytes(RegisterImports.mostBytes() + FORM);
            }
            var file = FilePart.find(request.getContentType(), body, "file").orElse(new FilePart("", new byte[0]));
            var look = imports.look(me.caller(), file.content(), file.name());
            redirect(response, "/admin/roll?id=" + look.id());
        } catch (Refusal refusal) {
            request.setAttribute(RollPage.REFUSAL, refusal);
            request.getRequestDispatcher("/admin/roll").forward(new AsGet(request), response);
        }
    }

    /** A relative address: behind a proxy the server does not know the browser's. */
    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    /** The page is shown, and no form of it is sent. */
    private static final class AsGet extends HttpServletRequestWrapper {

        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getContentType() {
            return null;
        }
    }
}
