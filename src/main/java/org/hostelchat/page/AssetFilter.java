package org.hostelchat.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves {@code /assets/<version>/...}. The current version may be kept for a year; another one, asked for by a page that
 * was open over an upgrade, gets today's file and is told not to keep it.
 */
@WebFilter(urlPatterns = "/assets/*", asyncSupported = true)
public class AssetFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String FOLDER = "/assets/";

    @Inject
    private transient Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var rest = path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : "";
        var slash = rest.indexOf('/');
        var asset = slash < 0 ? null : assets.find(rest.substring(slash + 1)).orElse(null);
        if (asset == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var current = rest.substring(0, slash).equals(assets.getVersion());
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        send(asset, request, response);
    }

    private static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = asset.plain();
        if (asset.gzipped() != null) {
            response.setHeader("Vary", "Accept-Encoding");
            var accepted = request.getHeader("Accept-Encoding");
            if (accepted != null && accepted.contains("gzip")) {
                response.setHeader("Content-Encoding", "gzip");
                body = asset.gzipped();
            }
        }
        response.setContentType(asset.type());
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) response.getOutputStream().write(body);
    }
}
