package org.hostelchat.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.hostelchat.language.AcceptLanguage;
import org.hostelchat.language.Language;
import org.hostelchat.wire.ProblemAnswer;

/** Refuses a malformed {@code Content-Type}: JAX-RS answers it with a bare 400 before any filter or mapper runs. */
@WebFilter("/api/*")
public class ContentTypeFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isMediaType(request.getContentType())) {
            chain.doFilter(request, response);
            return;
        }
        ProblemAnswer.send(
                response,
                FaultMapper.unsupportedMediaType(AcceptLanguage.best(request.getHeader("Accept-Language"))
                        .orElse(Language.EN)));
    }

    private static boolean isMediaType(String type) {
        try {
            return type == null || type.isEmpty() || MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }
}
