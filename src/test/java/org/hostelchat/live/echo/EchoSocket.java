package org.hostelchat.live.echo;

import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;

/** Says back what it is told: the server's socket layer with nothing of ours in it. */
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
