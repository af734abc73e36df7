package org.hostelchat.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.hostelchat.account.SignedIn;

/**
 * Takes over who is signed in from the upgrade request, which the sign-in mechanism and the filters have let through: after
 * the handshake there is no request any more. Gives every connection the one {@link ChatSocket} of the house; the container by
 * itself would wire up another one for each. Thread-safe.
 */
public class ChatHandshake extends ServerEndpointConfig.Configurator {

    private static final String KEY = SignedIn.class.getName();

    /** Kept, since asking CDI for it walks the stack. Null until the first handshake. */
    private volatile ChatSocket socket;

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        // Properties of this one connection: the container hands out a copy for each handshake (WebSocket 2.1).
        config.getUserProperties().put(KEY, socket().caller());
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
        return type.cast(socket());
    }

    static SignedIn signedIn(Session session) {
        return (SignedIn) session.getUserProperties().get(KEY);
    }

    private ChatSocket socket() {
        var known = socket;
        if (known != null) return known;
        var found = CDI.current().select(ChatSocket.class).get();
        socket = found;
        return found;
    }
}
