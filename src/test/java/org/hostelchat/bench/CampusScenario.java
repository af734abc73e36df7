package org.hostelchat.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;

/**
 * Compares many rooms with one, over sockets and with everything stored: first, connections that are each in {@code
 * --each} of {@code --rooms} rooms, in which {@code --rate} posts a second are made at random; then as many
 * connections, of which the average number of a room's members are in one room, with as many posts in that room.
 */
final class CampusScenario implements Scenario {

    private final Random random = new Random(1);

    @Override
    public void run(Options options, Report report) throws IOException {
        int lines = options.number("connected");
        CampusData campus = CampusData.of(lines, options.number("each"), options.number("rooms"));
        Path data = Path.of("target", "bench", "campus-" + lines, "data").toAbsolutePath();
        if (!Files.exists(data.resolve("hostel.db"))) {
            start(options, data).close();
            campus.write(data.resolve("hostel.db"));
        }
        try (HostelServer server = start(options, data)) {
            // Warms both up before either is measured.
            measure(server, "warmup", campus.scattered(), options, options.number("warmup"));
            measure(server, "warmup", campus.gathered(), options, options.number("warmup"));
            for (boolean many : new boolean[] {true, false, false, true}) {
                report.add(
                        many
                                ? measure(server, "many rooms", campus.scattered(), options, options.number("seconds"))
                                : measure(server, "one room", campus.gathered(), options, options.number("seconds")));
            }
        }
    }

    private static HostelServer start(Options options, Path data) {
        return HostelServer.with()
                .data(data)
                .jvm(options.text("jvm"))
                .setting("hostel.gc", options.text("gc"))
                .setting("hostel.flood.burst", 0)
                .setting("hostel.flood.rate", 0)
                .start();
    }

    private ReportRow measure(
            HostelServer server, String what, List<CampusData.Person> people, Options options, int seconds) {
        Map<String, Long> meantAt = new ConcurrentHashMap<>();
        Histogram latency = new ConcurrentHistogram(3);
        AtomicLong arrivals = new AtomicLong();
        HttpClient client = HttpClient.newHttpClient();
        List<CampusConnection> lines = new ArrayList<>();
        try {
            for (CampusData.Person person : people) {
                lines.add(new CampusConnection(client, server.url(), person.cookie(), id -> {
                    Long meant = meantAt.get(id);
                    if (meant == null) return;
                    latency.recordValue(System.nanoTime() - meant);
                    arrivals.incrementAndGet();
                }));
            }
            List<Integer> senders = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) if (!people.get(i).rooms().isEmpty()) senders.add(i);
            double cpu = Proc.cpuSeconds(server.pid());
            post(lines, people, senders, options, seconds, meantAt);
            Pause.millis(2_000);
            cpu = Proc.cpuSeconds(server.pid()) - cpu;
            return new ReportRow()
                    .with("server", what)
                    .with("connected", people.size())
                    .with("rate", options.number("rate"))
                    .with("each", options.number("each"))
                    .with("rooms", options.number("rooms"))
                    .figure("posts", meantAt.size())
                    .figure("deliveries", arrivals.get())
                    .latency("delivery", latency)
                    .figure("cpu us per delivery", cpu * 1e6 / arrivals.get())
                    .figure("server MB", Proc.residentKilobytes(server.pid()) / 1_000.0);
        } finally {
            lines.forEach(CampusConnection::close);
        }
    }

    private void post(
            List<CampusConnection> lines,
            List<CampusData.Person> people,
            List<Integer> senders,
            Options options,
            int seconds,
            Map<String, Long> meantAt) {
        String body = "x".repeat(options.number("body"));
        OpenLoop.run(options.number("rate"), seconds, due -> {
            int sender = senders.get(random.nextInt(senders.size()));
            List<Long> rooms = people.get(sender).rooms();
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            meantAt.put(id, due);
            lines.get(sender).post(rooms.get(random.nextInt(rooms.size())), id, body);
        });
    }
}
