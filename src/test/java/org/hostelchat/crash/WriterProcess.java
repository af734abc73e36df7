package org.hostelchat.crash;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageFeed;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.message.Stored;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.room.Room;

/**
 * The writer and its database in a JVM of their own, to be killed. Reads posts as lines {@code CLIENTID BODY}; writes
 * {@code a CLIENTID SEQ.} for an acknowledgement, {@code e CLIENTID SEQ.} for an event that would be broadcast, and
 * {@code r CLIENTID} for a temporary refusal. Ends in order at the end of its input.
 */
final class WriterProcess implements MessageFeed {

    private final PrintStream out = new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, StandardCharsets.UTF_8);

    private WriterProcess() {}

    public static void main(String[] args) throws IOException {
        new WriterProcess().serve(Path.of(args[0]), Long.parseLong(args[1]));
    }

    private void serve(Path file, long author) throws IOException {
        Caller caller = new Caller(author, "Writer", Role.STUDENT, false);
        BareDatabase database = new BareDatabase(file);
        MessageWriter writer = new MessageWriter(
                database, this, new MessageSettings(100_000, 1_000, 0, 0), new AuditTrail(), Clock.systemUTC());
        writer.start(Thread::new);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String clientId = line.substring(0, 36);
            writer.submit(new MessageDraft.Post(caller, Room.COMMON, UUID.fromString(clientId), line.substring(37)))
                    .whenComplete((stored, failure) -> answer(clientId, stored));
        }
        writer.stop();
        out.flush();
        database.close();
    }

    private void answer(String clientId, Stored stored) {
        out.println(stored == null ? "r " + clientId : "a " + clientId + " " + stored.seq() + ".");
        if (stored == null || !stored.first()) {
            out.flush();
        }
    }

    @Override
    public void committed(long room, List<RoomEvent> events) {
        for (var event : events) {
            var id = event instanceof RoomEvent.Posted post ? post.clientId() : null;
            out.println("e " + id + " " + event.seq() + ".");
        }
        out.flush();
    }

    @Override
    public void answered() {}

    @Override
    public void changed(long room) {
        throw new AssertionError("nobody is erased here");
    }
}
