package org.hostelchat.demo;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.BuildOutput;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;

/** Fills an empty hostel, checks that it contains everything that was posted, and takes screenshots. */
public final class Demo {
    private static final long SEED = 20250701;
    private static final int MESSAGES = 20_000;
    private static final int HANDS = 8;
    private static final int SOCKETS = 40;
    private static final int UNREAD = 5;

    /** Of the roll's lines: who is in many rooms, and shown on the pictures. */
    private static final List<String> SHOWN = List.of("47", "171", "88", "12", "205", "63");

    private static final long COMMON_ROOM = 1;

    private final Random dice = new Random(SEED);
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private final HostelServer server;
    private final OfficeCli office;
    private Instant since = Instant.now();

    private Demo(HostelServer server) {
        this.server = server;
        this.office = new OfficeCli(server);
    }

    /**
     * @param arguments {@code --pictures} takes screenshots of an earlier run's data; {@code --stay} leaves the server
     *     running until this program is ended
     */
    public static void main(String[] arguments) {
        int code = 1;
        try {
            run(List.of(arguments));
            code = 0;
        } catch (Exception | AssertionError e) {
            tell("Failed: " + e);
        }
        // The browser's threads would keep the process alive.
        System.exit(code);
    }

    private static void run(List<String> arguments) throws Exception {
        Path data = BuildOutput.target().resolve("demo-data");
        boolean fill = !arguments.contains("--pictures");
        if (fill) {
            empty(data);
        }
        try (HostelServer server = HostelServer.with()
                .data(data)
                .setting("hostel.name", "Godavari Hostel")
                .setting("hostel.flood.burst", 0)
                .setting("hostel.flood.rate", 0)
                .jvm("-Xmx768m -XX:+UseSerialGC")
                .start()) {
            Demo demo = new Demo(server);
            demo.done("The server is ready at " + server.url());
            if (fill) {
                demo.fill();
            }
            demo.takePictures();
            if (arguments.contains("--stay")) {
                tell("The hostel stands at " + server.url()
                        + "; sign in as W-1, or any number of the roll, with the password '" + DemoResident.PASSWORD
                        + "'. Ctrl+C ends it.");
                Thread.currentThread().join();
            }
        }
    }

    private void fill() throws Exception {
        List<Person> officials = officials();
        List<Person> residents = residents();
        List<SocketSender> sockets = residents.stream()
                .limit(SOCKETS)
                .map(person -> new SocketSender(person.api()))
                .toList();
        talk(residents, sockets);
        Cast cast = new Cast(officials, residents);
        done("There are " + new RoomSeeder(cast).fill() + " more rooms");
        int acknowledged = new NoticeSeeder(office, residents, dice).fill();
        done("The board has 20 notices, acknowledged " + acknowledged + " times");
        int evening = new Dialogue(cast, COMMON_ROOM).play(TextFiles.lines("evening.txt"));
        done("The evening is over");
        check(residents.get(0).api(), MESSAGES + evening);
        sockets.forEach(SocketSender::close);
    }

    /** Takes screenshots while some people are online who have read all but the last messages. */
    private void takePictures() throws Exception {
        Map<String, JsonObject> users = users();
        Cast cast = new Cast(back(List.of("W-1", "C-1"), users), back(DemoPeople.numbers(roll()), users));
        List<SocketSender> sockets = cast.residents().stream()
                .limit(SOCKETS)
                .map(person -> new SocketSender(person.api()))
                .toList();
        List<Person> shown = SHOWN.stream().map(cast::person).toList();
        long last = lastOfCommonRoom(shown.get(0).api());
        for (Person person : shown) {
            try (SocketSender socket = new SocketSender(person.api())) {
                socket.read(COMMON_ROOM, last - UNREAD);
                // Answered after the mark before it has been taken.
                person.api().get("/api/rooms").expect(200);
            }
        }
        new Screenshots(server, cast.person("W"), shown).take();
        sockets.forEach(SocketSender::close);
        done("Pictures are in " + BuildOutput.target().resolve("screenshots"));
    }

    private static long lastOfCommonRoom(Api reader) {
        return reader.get("/api/rooms").expect(200).items().getValuesAs(JsonObject.class).stream()
                .filter(room -> room.getInt("id") == COMMON_ROOM)
                .findFirst()
                .orElseThrow()
                .getJsonNumber("last")
                .longValue();
    }

    private static Path roll() {
        return BuildOutput.target().resolve("demo-roll.csv");
    }

    /** Everybody, by enrolment number. */
    private Map<String, JsonObject> users() {
        return office.json("userlist").asJsonArray().getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(user -> user.getString("enrolmentNumber"), user -> user));
    }

    private List<Person> back(List<String> numbers, Map<String, JsonObject> users) throws Exception {
        return together(numbers.stream()
                .<Callable<Person>>map(number -> () -> DemoResident.back(server, users.get(number)))
                .toList());
    }

    /** The warden and the caretaker, who chose their passwords at the server. */
    private List<Person> officials() {
        List<Person> officials = new ArrayList<>();
        for (String who : List.of("Sunita Iyer (warden)|W-1", "Ramesh Kamble (caretaker)|C-1")) {
            String[] parts = who.split("\\|", 2);
            office.run(
                    DemoResident.PASSWORD + "\n",
                    "createsuperuser",
                    "--name",
                    parts[0],
                    "--enrolment",
                    parts[1],
                    "--password-stdin");
            officials.add(new Person(
                    officials.size() + 1,
                    parts[0],
                    parts[1],
                    DemoResident.PASSWORD,
                    server.api().signIn(parts[1], DemoResident.PASSWORD)));
        }
        done("The warden and the caretaker are registered");
        return officials;
    }

    private List<Person> residents() throws Exception {
        Path roll = DemoPeople.write(roll(), dice);
        Path slips = BuildOutput.target().resolve("demo-slips.csv");
        Files.deleteIfExists(slips);
        office.run("", "importroll", roll.toString(), "--apply", "ALL", "--slips", slips.toString());
        Map<String, String> passwords = passwords(slips);
        done("The roll of " + passwords.size() + " residents is registered");
        Map<String, JsonObject> users = users();
        List<Person> residents = together(DemoPeople.numbers(roll).stream()
                .<Callable<Person>>map(
                        number -> () -> DemoResident.moveIn(server, users.get(number), passwords.get(number)))
                .toList());
        Files.delete(slips);
        done("All of them signed in and chose a password");
        return residents;
    }

    /** The initial passwords by enrolment number. */
    private static Map<String, String> passwords(Path slips) throws IOException {
        try (Stream<String> lines = Files.lines(slips)) {
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(cells -> cells[1], cells -> cells[2]));
        }
    }

    private void talk(List<Person> residents, List<SocketSender> sockets) throws Exception {
        List<Conversation.Line> lines = new Conversation(dice).lines(MESSAGES, residents.size());
        together(lines.stream()
                .<Callable<Boolean>>map(line -> () -> {
                    mouth(line.who(), residents, sockets).say(COMMON_ROOM, line.body());
                    return true;
                })
                .toList());
        done(MESSAGES + " messages are said");
    }

    private static MessageSender mouth(int who, List<Person> residents, List<SocketSender> sockets) {
        return who < sockets.size()
                ? sockets.get(who)
                : new HttpSender(residents.get(who).api());
    }

    /** Checks that everything posted in the common room is there once, and its sequence has no gaps. */
    private void check(Api reader, int expected) {
        int listed = office.json("messagelist", "--room", "1").asJsonArray().size();
        long seen = 0;
        long read = 0;
        for (ApiResponse page = page(reader, seen); !page.items().isEmpty(); page = page(reader, seen)) {
            for (JsonObject event : page.items().getValuesAs(JsonObject.class)) {
                seen++;
                if (event.getJsonNumber("seq").longValue() != seen) {
                    throw new AssertionError("A hole before " + event);
                }
                if (event.getString("kind").equals("posted")) {
                    read++;
                }
            }
        }
        if (listed != expected || read != expected) {
            throw new AssertionError(expected + " were said, " + listed + " listed, " + read + " read");
        }
        done("All " + expected + " are there, once each, without a hole");
    }

    private static ApiResponse page(Api reader, long after) {
        return reader.get("/api/rooms/" + COMMON_ROOM + "/messages?limit=500&after=" + after)
                .expect(200);
    }

    private <T> List<T> together(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> each : hands.invokeAll(tasks)) {
            results.add(each.get());
        }
        return results;
    }

    private void done(String what) {
        Instant now = Instant.now();
        tell(what + " (" + Duration.between(since, now).toSeconds() + " s).");
        since = now;
    }

    private static void tell(String words) {
        System.err.println("demo: " + words);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
