package org.hostelchat.live.echo;

import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;

/** An echo endpoint, which tests the server's socket layer without our code. */
@ServerEndpoint("/socket")
public class EchoSocket {

    private static final int LARGEST = 1 << 17;

    @OnOpen
    public void open(Session session) {
        session.setMaxTextMessageBufferSize(LARGEST);
        session.setMaxBinaryMessageBufferSize(LARGEST);
    }

    @OnMessage(maxMessageSize = LARGEST)
    public String text(String text) {
        return text;
    }

    @OnMessage(maxMessageSize = LARGEST)
    public ByteBuffer binary(ByteBuffer bytes) {
        return bytes;
    }

    @OnError
    public void fail(Throwable failure) {
        // The close that follows is what the test looks at.
    }
}
