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
 * Takes over who is signed in, and the language of their pages, from the upgrade request, which the sign-in mechanism and the filters have let through: after
 * the handshake there is no request any more. Gives every connection the one {@link ChatSocket} of the house; the container by
 * itself would wire up another one for each. Thread-safe.
 */
public class ChatHandshake extends ServerEndpointConfig.Configurator {

    private static final String KEY = SignedIn.class.getName();

    /** The session is that of whatever request is under way in the present thread. */
    private record Beans(ChatSocket socket, RequestSession requestSession, RequestLanguage language) {}

    /** Kept, since to ask CDI walks the stack. Null until the first handshake. */
    private volatile Beans beans;

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        // Properties of this one connection: the container hands out a copy for each handshake (WebSocket 2.1).
        var language = beans().language().ofPage();
        var who = beans().requestSession().who().map(signedIn -> signedIn.speaking(language));
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
