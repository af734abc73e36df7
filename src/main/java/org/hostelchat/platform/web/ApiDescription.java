package org.hostelchat.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Corrects the server's OpenAPI document: the server adds a list {@code endpoints} that OpenAPI does not allow, and
 * serves YAML as plain text.
 */
@WebFilter("/openapi/*")
public class ApiDescription extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final Pattern IN_JSON = Pattern.compile(",\"endpoints\":\\{\"/\":\\[[^\\]]*\\]\\}");
    private static final Pattern IN_YAML = Pattern.compile("(?m)^endpoints:\n(?: .*\n)*");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var captured = new CapturedResponse(response);
        chain.doFilter(request, captured);
        var body = captured.body();
        var isJson = body.startsWith("{");
        response.setContentType(isJson ? "application/json" : "application/yaml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write((isJson ? IN_JSON : IN_YAML).matcher(body).replaceFirst(""));
    }
}
