package org.hostelchat.page.admin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves {@code hostel-cli.jar}, the command line, which the build puts into the WAR. Only for officials: access to all
 * paths below {@code /admin} is restricted by the security filter.
 */
@WebServlet("/admin/hostel-cli.jar")
public class CommandLineDownload extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String JAR = "/WEB-INF/hostel-cli.jar";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var jar = getServletContext().getResourceAsStream(JAR)) {
            if (jar == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType("application/java-archive");
            response.setHeader("Content-Disposition", "attachment; filename=\"hostel-cli.jar\"");
            response.setHeader("X-Content-Type-Options", "nosniff");
            jar.transferTo(response.getOutputStream());
        }
    }
}
