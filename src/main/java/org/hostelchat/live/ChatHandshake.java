package org.hostelchat.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.hostelchat.account.Entrance;
import org.hostelchat.account.SignedIn;

/**
 * Takes over who is signed in from the upgrade request, which the sign-in mechanism and the filters have let through: after
 * the handshake there is no request any more. Gives every connection the one {@link ChatSocket} of the house; the container by
 * itself would wire up another one for each. Thread-safe.
 */
public class ChatHandshake extends ServerEndpointConfig.Configurator {

    private static final String KEY = SignedIn.class.getName();

    /** Kept, since to ask CDI walks the stack. Null until the first handshake. */
    private volatile ChatSocket socket;

    /** Whatever request is under way in the present thread. Null until the first handshake. */
    private volatile Entrance entrance;

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        // Properties of this one connection: the container hands out a copy for each handshake (WebSocket 2.1).
        config.getUserProperties().put(KEY, entrance().who().orElse(null));
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
        return type.cast(socket());
    }

    static SignedIn signedIn(Session session) {
        return (SignedIn) session.getUserProperties().get(KEY);
    }

    private Entrance entrance() {
        var known = entrance;
        if (known != null) return known;
        var found = CDI.current().select(Entrance.class).get();
        entrance = found;
        return found;
    }

    private ChatSocket socket() {
        var known = socket;
        if (known != null) return known;
        var found = CDI.current().select(ChatSocket.class).get();
        socket = found;
        return found;
    }
}
