package org.hostelchat.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Passes over the wish to speak another protocol wherever there is no socket, as HTTP has it. The container would take all
 * that the connection still brings for the request's body and wait for its end, and its socket layer stumbles over addresses.
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
        var passedOver = Place.of(request) != Place.SOCKET && isWished(request);
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

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var hasBody = getContentLengthLong() >= 0 || getHeader("Transfer-Encoding") != null;
            return hasBody ? super.getInputStream() : new Nothing();
        }
    }

    private static final class Nothing extends ServletInputStream {

        @Override
        public int read() {
            return -1;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("there is nothing to read");
        }
    }
}
