package org.hostelchat.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import org.hostelchat.form.RequestPath;

/**
 * Ignores requests to change the protocol wherever there is no WebSocket endpoint, as HTTP allows. The container would
 * treat everything that follows on the connection as the request's body and wait for its end, and its WebSocket layer
 * fails on some paths.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.8">RFC 9110, 7.8</a>
 */
public class NoUpgrade extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Set<String> WISHES =
            Collections.unmodifiableSet(caseless(Set.of("Upgrade", "Sec-WebSocket-Key")));

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var passedOver = !RequestPath.of(request).equals("/live") && isWished(request);
        chain.doFilter(passedOver ? new WithoutWish(request) : request, response);
    }

    private static boolean isWished(HttpServletRequest request) {
        return WISHES.stream().anyMatch(name -> request.getHeader(name) != null);
    }

    private static Set<String> caseless(Iterable<String> names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.forEach(set::add);
        return set;
    }

    private static final class WithoutWish extends HttpServletRequestWrapper {

        WithoutWish(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return WISHES.contains(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return WISHES.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = caseless(Collections.list(super.getHeaderNames()));
            names.removeAll(WISHES);
            return Collections.enumeration(names);
        }

        /**
         * A body without {@code Content-Length} is not decoded here and cannot be told from what follows, so it is
         * treated as empty.
         */
        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Bounded(super.getInputStream(), Math.max(0, getContentLengthLong()));
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.ISO_8859_1.name() : encoding));
        }
    }

    /** Limits an input that does not report its end to a number of bytes. */
    private static final class Bounded extends ServletInputStream {

        private final ServletInputStream in;
        private long left;

        Bounded(ServletInputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) return -1;
            left--;
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (left == 0) return count == 0 ? 0 : -1;
            var read = in.read(bytes, offset, (int) Math.min(left, count));
            left = read < 0 ? 0 : left - read;
            return read;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(left, in.available());
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public boolean isReady() {
            return left == 0 || in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("nobody here reads in that way");
        }
    }
}
