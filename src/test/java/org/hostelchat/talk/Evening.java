package org.hostelchat.talk;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.talk.Evidence.Place;

/**
 * Twelve residents and an official in five rooms of different kinds. The makers of the rooms never leave them, so that every event is told
 * to somebody.
 */
final class Evening {

    private static final int PEOPLE = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HostelServer server;
    private final long seed;
    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private final List<Person> people = new ArrayList<>();
    private final Map<Long, Place> rooms = new TreeMap<>();
    private final MembershipLedger ledger = new MembershipLedger();
    private final Queue<Long> files = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Talker> talkers = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private Person warden;

    Evening(HostelServer server, long seed) {
        this.server = server;
        this.seed = seed;
    }

    /** Lets everybody talk for a time. Returns what was seen. */
    Evidence run(Duration length) {
        for (var i = 0; i < PEOPLE; i++) people.add(server.residents().student("Talker " + (i + 1)));
        warden = server.residents().admin("Warden " + mark);
        var open = make(people.get(0), true, Api.json("kind", "OPEN", "name", "Plaza " + mark));
        var group = make(people.get(1), false, group("Circle " + mark, false));
        var past = make(people.get(2), true, group("Album " + mark, true));
        var direct = enter(
                people.get(3).api().post("/api/rooms/direct", Api.json("people", ids(4, 6))), "Direct " + mark, true);
        for (var i = 0; i < 4; i++) move(i, true);
        var wing = make(
                warden,
                true,
                Api.json(
                        "kind",
                        "AUDIENCE",
                        "name",
                        "Wing " + mark,
                        "audience",
                        Json.createObjectBuilder()
                                .add("wing", Json.createArrayBuilder().add(mark))
                                .build()));
        for (var i = 0; i < PEOPLE; i++) {
            var id = people.get(i).id();
            ledger.set(id, open, i == 0);
            ledger.set(id, group, i >= 1 && i < 6);
            ledger.set(id, past, i >= 2 && i < 6);
            ledger.set(id, direct, i >= 3 && i < 6);
            ledger.set(id, wing, i < 4);
        }
        for (var room : rooms.keySet()) ledger.set(warden.id(), room, room == wing);

        var random = new Random(seed);
        var all = new ArrayList<>(people);
        all.add(warden);
        for (var person : all) {
            var talker = new Talker(person, ledger, List.copyOf(rooms.keySet()));
            talkers.add(talker);
            actors.add(new Actor(talker, List.copyOf(rooms.keySet()), ledger, files, new Random(random.nextLong())));
        }
        for (var i = 1; i < PEOPLE; i++) actors.get(i).mayJoin(open);
        actors.get(1).moves((person, in) -> invite(people.get(1), group, person, in), group, ids(0, 1, 2, 12));
        actors.get(2).moves((person, in) -> invite(people.get(2), past, person, in), past, ids(0, 2, 3, 12));
        actors.get(PEOPLE).moves(this::moveTo, wing, ids(0, 0, 0, 12));
        talk(length);
        settle();
        return evidence();
    }

    private JsonObject group(String name, boolean past) {
        return Api.json("kind", "GROUP", "name", name, "past", past, "people", ids(2, 6));
    }

    private JsonArray ids(int from, int to) {
        var list = Json.createArrayBuilder();
        people.subList(from, to).forEach(person -> list.add(person.id()));
        return list.build();
    }

    private List<Long> ids(int from, int without, int on, int to) {
        var list = new ArrayList<Long>();
        for (var i = from; i < to; i++)
            if (i < without || i >= on) list.add(people.get(i).id());
        return list;
    }

    private long make(Person maker, boolean wholePast, JsonObject room) {
        return enter(maker.api().post("/api/rooms", room), room.getString("name"), wholePast);
    }

    private long enter(ApiResponse made, String name, boolean wholePast) {
        var id = made.expect(201).json().getJsonNumber("id").longValue();
        rooms.put(id, new Place(id, name, 0, wholePast));
        return id;
    }

    private void move(int resident, boolean in) {
        moveTo(people.get(resident).id(), in);
    }

    private void moveTo(long person, boolean in) {
        var number = people.stream()
                .filter(one -> one.id() == person)
                .findFirst()
                .orElseThrow()
                .enrolmentNumber();
        Patience.answer(() -> warden.api().patch("/api/users/" + number, Api.json("wing", in ? mark : "other " + mark)))
                .expect(200);
    }

    private static void invite(Person maker, long room, long person, boolean in) {
        Patience.answer(() ->
                        maker.api().send(in ? "PUT" : "DELETE", "/api/rooms/" + room + "/members/" + person, null))
                .expect(204);
    }

    private void talk(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        var threads = actors.stream()
                .map(actor -> new Thread(
                        () -> {
                            try {
                                while (System.nanoTime() < end) actor.act();
                            } catch (RuntimeException | AssertionError e) {
                                failures.add(actor + ": " + e);
                            }
                        },
                        actor.toString()))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** Waits until everything is answered and told; what is not told by then, the checker finds. */
    private void settle() {
        rooms.replaceAll((id, room) -> new Place(id, room.name(), last(id), room.wholePast()));
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && !talkers.stream().allMatch(this::isSettled)) Pause.millis(20);
        // Posts that were stored since the numbers were read.
        rooms.replaceAll((id, room) -> new Place(id, room.name(), last(id), room.wholePast()));
        while (System.nanoTime() < end && !talkers.stream().allMatch(this::isSettled)) Pause.millis(20);
    }

    private boolean isSettled(Talker talker) {
        talker.take();
        return talker.isAnswered()
                && rooms.values().stream().allMatch(room -> {
                    var stay = talker.present(room.id());
                    return (stay != null) == ledger.isIn(talker.person.id(), room.id())
                            && (stay == null || stay.held() == Stay.UNKNOWN || stay.held() >= room.last());
                });
    }

    private long last(long room) {
        var maker = rooms.get(room).name().startsWith("Wing")
                ? warden
                : people.get(List.of("Plaza", "Circle", "Album", "Direct")
                        .indexOf(rooms.get(room).name().split(" ", 2)[0]));
        return Patience.answer(() -> maker.api().get("/api/rooms?limit=500"))
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getJsonNumber("id").longValue() == room)
                .findFirst()
                .orElseThrow()
                .getJsonNumber("last")
                .longValue();
    }

    private Evidence evidence() {
        var evidence = new Evidence();
        evidence.rooms.putAll(rooms);
        evidence.absences.addAll(ledger.absences());
        for (var talker : talkers) {
            evidence.sent.addAll(talker.answered());
            evidence.witnesses.add(talker.witness);
            if (!talker.isAnswered()) failures.add(talker.person.name() + " was not answered");
            for (var room : rooms.keySet()) {
                var isIn = ledger.isIn(talker.person.id(), room);
                evidence.members.computeIfAbsent(room, any -> new HashSet<>());
                if (isIn) evidence.members.get(room).add(talker.person.id());
                Reading.history(talker.person.api(), room)
                        .ifPresent(history -> talker.witness.history.put(room, history));
            }
            for (var file : files) talker.witness.readsFile.put(file, Reading.mayRead(talker.person.api(), file));
            talker.close();
        }
        evidence.witnesses.get(0).faults.addAll(failures);
        return evidence;
    }

    /** What was done, in a line. */
    @Override
    public String toString() {
        return "seed " + seed + ": "
                + rooms.values().stream().mapToLong(Place::last).sum() + " events in " + rooms.size() + " rooms, "
                + talkers.stream().mapToInt(talker -> talker.answered().size()).sum() + " posts answered, "
                + files.size() + " files, "
                + ledger.absences().size() + " absences, "
                + actors.stream().mapToInt(Actor::cuts).sum() + " lines cut";
    }
}
