package org.hostelchat.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.auth.SignedIn;
import org.hostelchat.language.RequestLanguage;

/**
 * Copies who is signed in, and the language in which they are answered, from the upgrade request, which has passed the
 * sign-in mechanism and the filters: after the handshake no request is available. A browser's connection speaks the
 * language of the pages; a token's the one that {@code Accept-Language} asks for, else English, whatever language its
 * person has chosen. Returns the application's one {@link ChatSocket} for every connection, since the container would
 * create and inject an instance for each. Thread-safe.
 */
public class ChatHandshake extends ServerEndpointConfig.Configurator {

    private static final String KEY = SignedIn.class.getName();

    /** The request session is a proxy for the one of the current thread's request. */
    private record Beans(ChatSocket socket, RequestSession requestSession, RequestLanguage language) {}

    /** Cached, because a CDI lookup walks the stack. Null until the first handshake. */
    private volatile Beans beans;

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        // Properties of this connection only: the container passes a copy to each handshake (WebSocket 2.1).
        var language = beans().language();
        var who = beans().requestSession()
                .who()
                .map(signedIn ->
                        signedIn.speaking(signedIn.caller().isProgram() ? language.ofProgram() : language.ofPage()));
        config.getUserProperties().put(KEY, who.orElse(null));
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
        return type.cast(beans().socket());
    }

    static SignedIn signedIn(Session session) {
        return (SignedIn) session.getUserProperties().get(KEY);
    }

    private Beans beans() {
        var known = beans;
        if (known != null) return known;
        var cdi = CDI.current();
        var found = new Beans(
                cdi.select(ChatSocket.class).get(),
                cdi.select(RequestSession.class).get(),
                cdi.select(RequestLanguage.class).get());
        beans = found;
        return found;
    }
}
