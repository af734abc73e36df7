package org.hostelchat.bench.bare;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The smallest part of the protocol that the load clients need. */
@ServerEndpoint(value = "/live", subprotocols = "hostel.v1")
public class BareSocket {

    private BareConnection connection;

    @OnOpen
    public void open(Session session) {
        connection = new BareConnection(session);
    }

    @OnMessage(maxMessageSize = 65536)
    public void take(String frame) {
        if (frame.startsWith("{\"type\":\"post\"")) {
            BareLoop.INSTANCE.post(new BarePost(connection, field(frame, "clientId"), field(frame, "body")));
        } else if (frame.startsWith("{\"type\":\"hello\"")) {
            BareLoop.INSTANCE.join(connection);
        }
    }

    @OnClose
    public void close() {
        BareLoop.INSTANCE.leave(connection);
    }

    @OnError
    public void fail(Throwable cause) {
        BareLoop.INSTANCE.leave(connection);
    }

    private static String field(String frame, String name) {
        int from = frame.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return frame.substring(from, frame.indexOf('"', from));
    }
}
