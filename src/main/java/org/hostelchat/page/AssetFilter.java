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
 * Serves {@code /assets/<name>-<hash>.<type>}. Browsers may cache current files permanently, because the content of a
 * hashed name never changes. A page that was being loaded during an upgrade requests the hash of the previous release:
 * it gets the present file, which it must not cache.
 */
@WebFilter(urlPatterns = "/assets/*", asyncSupported = true)
public class AssetFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var name = path.startsWith(Assets.PATH) ? path.substring(Assets.PATH.length()) : "";
        var current = assets.find(name);
        var asset = current.or(() -> assets.presentFormOf(name)).orElse(null);
        if (asset == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", current.isPresent() ? "public, max-age=31536000, immutable" : "no-cache");
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
