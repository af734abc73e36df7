package org.hostelchat.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.wire.ProblemAnswer;

/** Maps URLs that Faces cannot map: {@code /rooms/7} to the chat page of room 7, {@code /admin/} to its index. */
@WebFilter(
        urlPatterns = {"/rooms/*", "/admin", "/admin/"},
        asyncSupported = true)
public class ShortPaths extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient RoomAccess access;

    @Inject
    private transient Me me;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals("/admin")) {
            response.sendRedirect("/admin/");
        } else if (path.equals("/admin/")) {
            request.getRequestDispatcher("/admin/index").forward(request, response);
        } else if (path.matches("/rooms/[1-9]\\d{0,17}")) {
            openRoom(Long.parseLong(path.substring("/rooms/".length())), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void openRoom(long room, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            request.setAttribute(
                    ChatPage.ROOM, access.require(me.caller(), room).room().id());
        } catch (Refusal refusal) {
            ProblemAnswer.sendPage(request, response, refusal.problem());
            return;
        }
        request.getRequestDispatcher("/chat").forward(request, response);
    }
}
