package org.hostelchat.talk;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.Pause;
import org.hostelchat.support.WritingSystem;

/** Does one thing after the other, as chance will have it. Used by one thread. */
final class Actor {

    /** Brings somebody in, or takes them out. */
    interface Move {
        void run(long person, boolean in);
    }

    private static final List<String> EMOJI = List.of("👍", "❤️", "😂", "🎉", "🙏🏽", "🇮🇳");
    private static final int MOST_FILES = 60;

    private final Talker talker;
    private final List<Long> rooms;
    private final MembershipLedger ledger;
    private final Queue<Long> files;
    private final Random random;
    private long open;
    private Move move;
    private long moved;
    private List<Long> movable = List.of();
    private int cuts;

    /** @param files takes the ids of those that were posted */
    Actor(Talker talker, List<Long> rooms, MembershipLedger ledger, Queue<Long> files, Random random) {
        this.talker = talker;
        this.rooms = rooms;
        this.ledger = ledger;
        this.files = files;
        this.random = random;
    }

    /** A room that this person joins and leaves. */
    void mayJoin(long room) {
        open = room;
    }

    /** A room into which this person brings others, and out of which it puts them. */
    void moves(Move how, long room, List<Long> people) {
        move = how;
        moved = room;
        movable = people;
    }

    /** How often it cut its line. */
    int cuts() {
        return cuts;
    }

    void act() {
        talker.take();
        var room = rooms.get(random.nextInt(rooms.size()));
        var isIn = talker.present(room) != null;
        var dice = random.nextInt(100);
        // Now and then also where one is not, or not any more.
        if (!isIn && dice >= 5 && dice < 84) dice = 84;
        if (dice < 42) talker.post(room, Talker.frame(room, words()));
        else if (dice < 52) answer(room);
        else if (dice < 58) attach(room);
        else if (dice < 66) edit(room);
        else if (dice < 70) delete(room);
        else if (dice < 84) react(room);
        else if (dice < 94) comeOrGo();
        else if (dice < 97) breakLine();
        Pause.millis(random.nextInt(80));
    }

    private String words() {
        return WritingSystem.next().word() + " " + Long.toHexString(random.nextLong());
    }

    private void answer(long room) {
        var to = talker.any(room, false, random);
        if (to != null) talker.post(room, Talker.frame(room, words(), "replyTo", to.seq()));
    }

    private void attach(long room) {
        if (files.size() >= MOST_FILES) return;
        var uploaded = talker.person
                .api()
                .send("POST", "/api/files?name=note.txt", BodyPublishers.ofString(words()), "text/plain")
                .expect(201, 429, 503);
        if (uploaded.status() != 201) return;
        var file = uploaded.json().getJsonNumber("id").longValue();
        var id = UUID.randomUUID().toString();
        var sentAt = System.nanoTime();
        var post = Api.json(
                "body", words(), "files", Json.createArrayBuilder().add(file).build());
        var stored = talker.person
                .api()
                .put("/api/rooms/" + room + "/messages/" + id, post)
                .expect(201, 404, 429, 503);
        if (stored.status() != 201) return;
        files.add(file);
        talker.noteStored(id, room, sentAt, stored.json().getJsonNumber("seq").longValue());
    }

    private void edit(long room) {
        var own = talker.any(room, true, random);
        if (own != null) done(talker.person.api().patch(path(room, own), Api.json("body", words())));
    }

    private void delete(long room) {
        var own = talker.any(room, true, random);
        if (own != null) done(talker.person.api().delete(path(room, own)));
    }

    private void react(long room) {
        var to = talker.any(room, false, random);
        if (to == null) return;
        var emoji = URLEncoder.encode(EMOJI.get(random.nextInt(EMOJI.size())), StandardCharsets.UTF_8);
        done(talker.person
                .api()
                .send(random.nextInt(3) == 0 ? "DELETE" : "PUT", path(room, to) + "/reactions/" + emoji, null));
    }

    private static String path(long room, Event message) {
        return "/api/rooms/" + room + "/messages/by-seq/" + message.seq();
    }

    /** It may be gone by then, or oneself. */
    private static void done(ApiResponse answer) {
        if (answer.status() / 100 != 2) answer.expect(404, 429, 503);
    }

    private void comeOrGo() {
        if (move != null && random.nextBoolean()) {
            var person = movable.get(random.nextInt(movable.size()));
            var in = random.nextBoolean();
            ledger.change(person, moved, in, () -> move.run(person, in));
        } else if (open > 0) {
            var in = random.nextInt(3) > 0;
            var self = "/api/rooms/" + open + "/members/" + talker.person.id();
            ledger.change(talker.person.id(), open, in, () -> Patience.answer(
                            () -> talker.person.api().send(in ? "PUT" : "DELETE", self, null))
                    .expect(204));
        }
    }

    private void breakLine() {
        cuts++;
        talker.cut();
        Pause.millis(random.nextInt(400));
        talker.connect();
    }

    @Override
    public String toString() {
        return talker.person.name();
    }
}
