package org.hostelchat.live.transport;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler;

/**
 * Has the container use {@link PatientUpgradeHandler} for the WebSocket, and hides the raw path and the query from it,
 * which it may fail to parse; the protocol has no query. Must precede the container's own filter; prepares the
 * container for our {@link FrameTransports} when it is initialised.
 */
public class LiveUpgrade extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient TransportKind kind;

    @Override
    public void init() {
        var container = (ServerContainer) getServletContext().getAttribute(ServerContainer.class.getName());
        FrameTransports.prepare(container, kind);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getRequestURI() {
                        return getContextPath() + getServletPath();
                    }

                    @Override
                    public String getQueryString() {
                        return null;
                    }

                    @Override
                    public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler)
                            throws IOException, ServletException {
                        return handler == TyrusHttpUpgradeHandler.class
                                ? handler.cast(super.upgrade(PatientUpgradeHandler.class))
                                : super.upgrade(handler);
                    }
                },
                response);
    }
}
