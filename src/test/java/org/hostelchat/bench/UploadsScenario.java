package org.hostelchat.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.hostelchat.bench.load.ClientPool;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.bench.load.Poster;
import org.hostelchat.support.Pause;

/**
 * The time from the intended sending of a post until everybody has it, without and with people who upload files meanwhile; by turns. The
 * server's resident memory is read every tenth of a second.
 */
final class UploadsScenario implements Scenario {

    private static final int FILE = 25 << 20;

    @Override
    public void run(Options options, Report report) throws Exception {
        try (HostelTarget target = HostelTarget.start(options, Path.of("target", "bench", "uploads"))) {
            List<Credentials> people = target.people(Math.max(options.number("accounts"), options.number("uploaders")));
            try (ClientPool crowd = ClientPool.join(target.address(), people, options.number("connected"), -1, 120)) {
                Poster poster = Poster.open(
                        crowd.first(options.number("senders")),
                        crowd.posts(),
                        options.number("body"),
                        options.number("rate"));
                Pause.millis(1_000L * options.number("warmup"));
                for (int turn = 0; turn < 2; turn++) {
                    report.add(measure(options, target, crowd, List.of()));
                    report.add(measure(options, target, crowd, people.subList(0, options.number("uploaders"))));
                }
                poster.close();
            }
        }
    }

    private static ReportRow measure(
            Options options, HostelTarget target, ClientPool crowd, List<Credentials> uploaders) {
        AtomicInteger stored = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        // Nothing is recorded by now: what was due in the interval before has arrived.
        Pause.millis(2_000);
        crowd.tally().delivery.reset();
        crowd.tally().acknowledgement.reset();
        crowd.tally().measureUntil(Long.MAX_VALUE);
        MeasuredInterval window = MeasuredInterval.open(crowd, target);
        for (Credentials who : uploaders) {
            Thread thread = new Thread(() -> {
                boolean isStored = upload(http, target, who, options.number("speed"));
                (isStored ? stored : refused).incrementAndGet();
            });
            thread.start();
            threads.add(thread);
        }
        long start = System.nanoTime();
        long end = start + 1_000_000_000L * options.number("seconds");
        long most = 0;
        long uploaded = 0;
        while (System.nanoTime() < end || threads.stream().anyMatch(Thread::isAlive)) {
            most = Math.max(most, Proc.residentKilobytes(target.pid()));
            if (uploaded == 0 && threads.stream().noneMatch(Thread::isAlive)) uploaded = System.nanoTime() - start;
            Pause.millis(100);
        }
        window.close();
        return window.into(
                new ReportRow()
                        .with("uploaders", uploaders.size())
                        .with("speed", options.number("speed"))
                        .with("connected", options.number("connected"))
                        .with("rate", options.number("rate"))
                        .latency("delivery", crowd.tally().delivery)
                        .latency("ack", crowd.tally().acknowledgement)
                        .figure("files stored", stored.get())
                        .figure("uploads refused", refused.get())
                        .figure("s until all were stored", uploaded / 1e9)
                        .figure("most RSS MB", most / 1024),
                0);
    }

    private static boolean upload(HttpClient http, HostelTarget target, Credentials who, int kilobytesPerSecond) {
        var body = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> new PacedBytes(FILE, kilobytesPerSecond * 1_000L)),
                FILE);
        var request = HttpRequest.newBuilder(URI.create(target.url() + "/api/files?name=notes.bin"))
                .header("Cookie", who.cookie())
                .header("Origin", target.url().toString())
                .header("Content-Type", "application/octet-stream")
                .POST(body)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) System.out.println(answer.statusCode() + " " + answer.body());
            return answer.statusCode() == 201;
        } catch (IOException refused) {
            System.out.println(refused);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Random bytes, no faster than a line of that speed. */
    private static final class PacedBytes extends InputStream {

        private final Random random = new Random();
        private final long start = System.nanoTime();
        private final long bytesPerSecond;
        private final long size;
        private long given;

        /** @param bytesPerSecond 0 for as fast as they are read */
        PacedBytes(long size, long bytesPerSecond) {
            this.size = size;
            this.bytesPerSecond = bytesPerSecond;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (given == size) return -1;
            int count = (int) Math.min(length, size - given);
            // A new word at the beginning is enough for each piece to be another one.
            long word = random.nextLong();
            for (int i = 0; i < Math.min(count, Long.BYTES); i++) into[offset + i] = (byte) (word >> (8 * i));
            given += count;
            if (bytesPerSecond > 0) {
                long ahead = start + given * 1_000_000_000L / bytesPerSecond - System.nanoTime();
                if (ahead > 0) Pause.millis(ahead / 1_000_000);
            }
            return count;
        }
    }
}
