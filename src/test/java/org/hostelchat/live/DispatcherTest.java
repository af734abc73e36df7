package org.hostelchat.live;

import jakarta.websocket.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.live.transport.FrameTransport;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    /** As a container would be in which something has gone to pieces. */
    private static final class BrokenLine implements FrameTransport {
        @Override
        public void write(List<Frame> batch, Done done) {
            throw new IllegalStateException("can't write");
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseReason.CloseCode code, String reason) {
            throw new IllegalStateException("can't close");
        }

        @Override
        public void cut() {
            throw new IllegalStateException("can't cut");
        }
    }

    private final OpenConnections connections = new OpenConnections();
    private final Dispatcher dispatcher = new Dispatcher();
    private final Notifier notifier = new Notifier(connections, dispatcher);

    @Test
    void aConnectionThatCannotBeClosedDelaysNoOther() {
        var wire = new RecordingTransport();
        var broken = connection(1, new BrokenLine());
        var sound = connection(2, wire);
        dispatcher.start(Thread::new);
        try {
            for (var i = 1; i <= 3; i++) {
                var heard = i;
                notifier.tellEverybody(OutboundFrames.left(i));
                Pause.until("the other connection hears", Duration.ofSeconds(30), () -> wire.writes >= heard);
                dispatcher.pump(broken);
                dispatcher.pump(sound);
            }
        } finally {
            dispatcher.stop();
        }
    }

    private Connection connection(long person, FrameTransport transport) {
        var connection = new Connection(transport, new Caller(person, "P" + person, Role.STUDENT, false), "s" + person);
        connections.add(connection, 10);
        connection.beginGreeting();
        connection.greet(List.of(), Set.of());
        return connection;
    }
}
