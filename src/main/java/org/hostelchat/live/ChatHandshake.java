package org.hostelchat.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.hostelchat.account.Entrance;
import org.hostelchat.account.SignedIn;

/**
 * Takes over who is signed in from the upgrade request, which the sign-in mechanism and the filters have let through: after
 * the handshake there is no request any more.
 */
public class ChatHandshake extends ServerEndpointConfig.Configurator {

    private static final String KEY = SignedIn.class.getName();

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        // Properties of this one connection: the container hands out a copy for each handshake (WebSocket 2.1).
        config.getUserProperties()
                .put(KEY, CDI.current().select(Entrance.class).get().who().orElse(null));
    }

    static SignedIn signedIn(jakarta.websocket.Session session) {
        return (SignedIn) session.getUserProperties().get(KEY);
    }
}
