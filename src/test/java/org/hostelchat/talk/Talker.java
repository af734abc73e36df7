package org.hostelchat.talk;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hostelchat.support.Api;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.talk.Evidence.Sent;
import org.hostelchat.talk.Evidence.Witness;

/**
 * A person's client over the socket: takes what it is told, repeats what was not answered, and comes back with its cursors after its line
 * broke. Used by one thread.
 */
final class Talker {

    /** How many numbers are asked for at a time. */
    private static final int PAGE = 500;

    /** A post that was sent and not answered. */
    private record Pending(long room, String frame, long sentAt, boolean again) {}

    final Person person;
    final Witness witness;

    private final MembershipLedger ledger;
    private final List<Long> rooms;
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final List<Sent> answered = new ArrayList<>();
    private LiveClient line;
    private int taken;

    Talker(Person person, MembershipLedger ledger, List<Long> rooms) {
        this.person = person;
        this.ledger = ledger;
        this.rooms = rooms;
        this.witness = new Witness(person.id(), person.name());
        connect();
    }

    /** All posts over the socket that were answered. */
    List<Sent> answered() {
        return answered;
    }

    boolean isAnswered() {
        return pending.isEmpty();
    }

    /** The stay in a room that the person, as far as this client was told, is in; or null. */
    Stay present(long room) {
        return witness.present(room);
    }

    void post(long room, JsonObject frame) {
        var id = frame.getString("clientId");
        pending.put(id, new Pending(room, frame.toString(), System.nanoTime(), false));
        line.send(frame);
    }

    /** Breaks the line; what was on its way is lost. */
    void cut() {
        line.abort();
    }

    /** Comes back, and repeats what was not answered. */
    void connect() {
        var lock = ledger.lockOf(person.id());
        lock.lock();
        try {
            line = LiveClient.open(person.api());
            taken = 0;
            var cursors = new HashMap<Long, Long>();
            for (var room : rooms) {
                var stay = present(room);
                if (stay != null && stay.held() >= 0) cursors.put(room, stay.held());
            }
            var welcome = line.hello(cursors);
            var last = new HashMap<Long, Long>();
            for (var room : welcome.getJsonArray("rooms").getValuesAs(JsonObject.class))
                last.put(
                        room.getJsonNumber("id").longValue(),
                        room.getJsonNumber("last").longValue());
            for (var room : rooms) greet(room, last.get(room), cursors.containsKey(room));
        } finally {
            lock.unlock();
        }
        pending.replaceAll((id, post) -> new Pending(post.room(), post.frame(), post.sentAt(), true));
        pending.values().forEach(post -> line.send(post.frame()));
    }

    /** @param last of the room; null if it is not among one's own */
    private void greet(long room, Long last, boolean resumes) {
        var stay = present(room);
        if (stay != null && last == null) {
            stay.end();
        } else if (last != null && stay != null && ledger.cameAt(person.id(), room) > stay.openedAt()) {
            stay.end();
            witness.stays(room).add(new Stay(resumes ? Stay.UNKNOWN : last));
        } else if (last != null && stay == null) {
            witness.stays(room).add(new Stay(last));
        } else if (last != null && !resumes && stay.held() != last) {
            // It holds nothing yet and continues with what comes next.
            stay.end();
            witness.stays(room).add(new Stay(last));
        }
    }

    /** Takes all that has arrived. */
    void take() {
        var frames = line.frames();
        for (; taken < frames.size(); taken++) take(frames.get(taken));
    }

    private void take(JsonObject frame) {
        switch (frame.getString("type")) {
            case "events" ->
                events(frame.getInt("room"), frame.getJsonArray("events").getValuesAs(JsonObject.class));
            case "limited" ->
                fetch(frame.getInt("room"), frame.getJsonNumber("to").longValue());
            case "room" -> came(frame.getJsonObject("room"));
            case "left" -> left(frame.getInt("room"));
            case "ack" ->
                answer(frame.getString("clientId"), frame.getJsonNumber("seq").longValue());
            case "refused" -> refused(frame);
            case "bye" -> witness.faults.add(witness.name + " was turned away: " + frame);
            default -> {
                // Presence, typing and the like.
            }
        }
    }

    private void events(long room, List<JsonObject> events) {
        if (!rooms.contains(room)) return;
        var stay = present(room);
        if (stay == null)
            witness.faults.add(witness.name + " was told of room " + room + " from outside: " + events.get(0));
        else events.forEach(event -> stay.add(Event.of(event)));
    }

    private void fetch(long room, long to) {
        var stay = present(room);
        while (stay != null && stay.held() < to) {
            var path = "/api/rooms/" + room + "/messages?after=" + Math.max(0, stay.held()) + "&limit=" + PAGE;
            var page = Patience.answer(() -> person.api().get(path));
            // Put out meanwhile: the next frames say so.
            if (page.status() == 404) return;
            var events = page.expect(200).items().getValuesAs(JsonObject.class);
            if (events.isEmpty()) return;
            events(room, events);
        }
    }

    private void came(JsonObject room) {
        var id = room.getJsonNumber("id").longValue();
        if (!rooms.contains(id) || present(id) != null || !room.containsKey("last")) return;
        witness.stays(id).add(new Stay(room.getJsonNumber("last").longValue()));
    }

    private void left(long room) {
        var stay = present(room);
        if (stay != null) stay.end();
    }

    /** Of a busy server one does not know whether it stores the post after all. */
    private void refused(JsonObject frame) {
        var isFinal = frame.getJsonObject("problem").getInt("status") == 404;
        var post = pending.remove(frame.getString("clientId"));
        if (post == null) return;
        answered.add(new Sent(
                frame.getString("clientId"),
                person.id(),
                post.room(),
                post.sentAt(),
                System.nanoTime(),
                0,
                isFinal && !post.again()));
    }

    private void answer(String clientId, long seq) {
        var post = pending.remove(clientId);
        if (post == null) {
            witness.faults.add(witness.name + " was answered twice: " + clientId);
            return;
        }
        answered.add(new Sent(clientId, person.id(), post.room(), post.sentAt(), System.nanoTime(), seq, false));
    }

    /** Notes a post over HTTP that was acknowledged. */
    void noteStored(String clientId, long room, long sentAt, long seq) {
        answered.add(new Sent(clientId, person.id(), room, sentAt, System.nanoTime(), seq, false));
    }

    /** One of the messages that it was told of in its present stay, perhaps its own only; null if there is none. */
    Event any(long room, boolean own, Random random) {
        var stay = present(room);
        if (stay == null) return null;
        var posts = stay.events().stream()
                .filter(event -> event.isPost() && (!own || event.by() == person.id()))
                .toList();
        return posts.isEmpty() ? null : posts.get(random.nextInt(posts.size()));
    }

    static JsonObject frame(long room, String body, Object... more) {
        var named = new ArrayList<Object>(List.of(
                "type", "post", "room", room, "clientId", UUID.randomUUID().toString(), "body", body));
        named.addAll(List.of(more));
        return Api.json(named.toArray());
    }

    void close() {
        line.close();
    }
}
