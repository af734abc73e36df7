package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.hostelchat.cluster.Hint;
import org.hostelchat.cluster.HintSender;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.live.transport.FrameTransports;
import org.hostelchat.live.transport.TransportKind;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.Stored;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.room.Rooms;

/**
 * The WebSocket endpoint: decodes frames and passes them on. Stateless, and one instance for all connections ({@link
 * ChatHandshake} ensures that); a connection's state is in its {@link Connection}.
 */
@ApplicationScoped
@ServerEndpoint(value = "/live", subprotocols = "hostel.v1", configurator = ChatHandshake.class)
public class ChatSocket {

    private static final System.Logger LOG = System.getLogger(ChatSocket.class.getName());
    private static final String CONNECTION = Connection.class.getName();

    @Inject
    private OpenConnections connections;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private Notifier notifier;

    @Inject
    private Greeting greeting;

    @Inject
    private MessageWriter writer;

    @Inject
    private ReadMarks readMarks;

    @Inject
    private TypingThrottle typing;

    @Inject
    private HintSender hints;

    @Inject
    private ConnectionCleanup cleanup;

    @Inject
    private LiveSettings settings;

    @Inject
    private TransportKind transportKind;

    @Inject
    private ConnectionDrain drain;

    @OnOpen
    public void open(Session session) {
        session.setMaxTextMessageBufferSize(Frame.LARGEST_INBOUND);
        session.setMaxBinaryMessageBufferSize(Frame.LARGEST_INBOUND);
        var signedIn = ChatHandshake.signedIn(session);
        var connection =
                new Connection(FrameTransports.of(session, transportKind), signedIn.caller(), signedIn.session());
        session.getUserProperties().put(CONNECTION, connection);
        connection.transport().guard(violation -> connection.end(violation.code(), violation.reason()));
        if (!connections.add(connection, settings.connectionsPerUser())) {
            part(connection, CloseReasons.tooMany());
        } else if (drain.isClosing()) {
            drain.close(connection);
        }
    }

    @OnMessage(maxMessageSize = Frame.LARGEST_INBOUND)
    public void text(String text, Session session) {
        var connection = connection(session);
        if (connection.isClosing()) return;
        connection.liveness().heard(System.nanoTime());
        try {
            receive(connection, FrameCodec.decode(text));
        } catch (UnreadableFrame unreadable) {
            refuse(connection, unreadable.clientId(), unreadable.refusal());
        } catch (RuntimeException e) {
            refuse(connection, null, Refusal.of(e, LOG));
        }
    }

    @OnMessage(maxMessageSize = Frame.LARGEST_INBOUND)
    public void binary(ByteBuffer bytes, Session session) {
        connection(session).end(CloseCodes.CANNOT_ACCEPT, "text frames only");
    }

    @OnMessage
    public void pong(PongMessage pong, Session session) {
        connection(session).liveness().heard(System.nanoTime());
    }

    @OnClose
    public void close(Session session, CloseReason reason) {
        var connection = connection(session);
        if (connection != null) cleanup.remove(connection);
    }

    @OnError
    public void error(Session session, Throwable failure) {
        // Broken connections are normal; the close event that follows cleans up.
        LOG.log(System.Logger.Level.DEBUG, "A connection broke", failure);
    }

    private void receive(Connection connection, InboundFrame frame) {
        if (frame instanceof InboundFrame.Hello hello) {
            hello(connection, hello);
        } else if (connection.stage() != GreetingStage.GREETED) {
            part(connection, CloseReasons.noHello());
        } else if (frame instanceof InboundFrame.Post post) {
            post(connection, post);
        } else if (frame instanceof InboundFrame.Read read) {
            read(connection, read);
        } else if (frame instanceof InboundFrame.Typing typed) {
            typing(connection, typed);
        }
    }

    private void hello(Connection connection, InboundFrame.Hello hello) {
        connection.caller().requireAccount();
        if (greeting.greet(connection, hello)) dispatcher.pump(connection);
        else part(connection, CloseReasons.greetedBefore());
    }

    private void post(Connection connection, InboundFrame.Post post) {
        try {
            writer.submit(new MessageDraft.Post(
                            connection.caller(), post.room(), post.clientId(), post.body(), post.references()))
                    .whenComplete((stored, failure) -> answer(connection, post, stored, failure));
        } catch (Refusal refusal) {
            notifier.tell(connection, refused(connection, post.clientId(), refusal));
        }
    }

    private void answer(Connection connection, InboundFrame.Post post, Stored stored, Throwable failure) {
        notifier.tellLater(
                connection,
                failure == null
                        ? OutboundFrames.ack(post.room(), post.clientId(), stored)
                        : refused(connection, post.clientId(), Refusal.of(failure, LOG)));
    }

    private void read(Connection connection, InboundFrame.Read read) {
        // Needs no query: clients name the room in every frame, and a hostile one may send frames without limit.
        requireKnown(connection, read.room());
        if (read.back()) {
            markUnread(connection, read);
            return;
        }
        var upTo = connection.read(read.room(), read.seq());
        if (upTo == 0) return;
        readMarks.advance(connection.caller().id(), read.room(), upTo);
        tellRead(connection, read.room(), upTo, false);
    }

    private void markUnread(Connection connection, InboundFrame.Read read) {
        if (!connection.readBack(read.room(), read.seq(), false)) return;
        readMarks.retreat(connection.caller().id(), read.room(), read.seq());
        tellRead(connection, read.room(), read.seq(), true);
    }

    /** Tells the person's other connections, on all nodes. */
    private void tellRead(Connection connection, long room, long seq, boolean back) {
        notifier.tellRead(connection, room, seq, back);
        hints.send(new Hint.ReadMarkMoved(connection.caller().id(), room, seq, back));
    }

    private void typing(Connection connection, InboundFrame.Typing typed) {
        var caller = connection.caller();
        requireKnown(connection, typed.room());
        // Checked before any lookup, so that frames sent too often cost nothing.
        if (!typing.tryTell(caller.id(), System.nanoTime())) return;
        var room = connection.listensTo(typed.room());
        if (room == null) return;
        notifier.sendIfIdle(room, OutboundFrames.typing(room.room(), caller.id(), caller.name()), caller.id());
        hints.send(new Hint.Typing(caller.id(), room.room()));
    }

    /**
     * Refuses a room that the connection neither listens to nor listened to recently. The latter is tolerated: the
     * person may have been removed before the client knew, and the frame is then dropped without closing the
     * connection.
     */
    private static void requireKnown(Connection connection, long room) {
        if (!connection.knows(room)) throw Rooms.notThere();
    }

    private void refuse(Connection connection, UUID clientId, Refusal refusal) {
        if (clientId == null || connection.stage() != GreetingStage.GREETED) part(connection, refusal);
        else notifier.tell(connection, refused(connection, clientId, refusal));
    }

    private static Frame refused(Connection connection, UUID clientId, Refusal refusal) {
        return OutboundFrames.refused(clientId, refusal, connection.caller().language());
    }

    private void part(Connection connection, Refusal why) {
        var code = why.problem().status() >= 500 ? CloseCodes.TRY_AGAIN_LATER : CloseCodes.VIOLATED_POLICY;
        notifier.dismiss(connection, why, code);
    }

    private static Connection connection(Session session) {
        return (Connection) session.getUserProperties().get(CONNECTION);
    }
}
