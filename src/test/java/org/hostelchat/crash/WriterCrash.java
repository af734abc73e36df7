package org.hostelchat.crash;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.principal.Role;
import org.hostelchat.support.Pause;

/**
 * Kills the writer and its database, in a JVM of their own, repeatedly: far more often than a whole server could be
 * started. Each new process is given the posts that the previous one left unanswered.
 */
final class WriterCrash {

    private static final int UNDER_WAY = 2_000;

    private final int kills;
    private final int least;
    private final long seed;
    private final Random random;
    private final ClientRecord notebook = new ClientRecord("the writer's client", 0);
    private final Map<String, Long> broadcast = new ConcurrentHashMap<>();
    private final Path database;
    private final long author;
    private int unanswered;

    /** @param least posts to be acknowledged by all processes together */
    WriterCrash(int kills, int least, long seed) throws IOException {
        this.kills = kills;
        this.least = least;
        this.seed = seed;
        this.random = new Random(seed);
        this.database = Files.createTempDirectory("hostel-writer").resolve("hostel.db");
        try (BareDatabase fresh = new BareDatabase(database)) {
            author = fresh.resident("Writer", Role.STUDENT).id();
        }
    }

    /** Returns the violations; prints what was done. */
    List<String> run() throws IOException, InterruptedException {
        System.out.println("Killing the writer " + kills + " times, seed " + seed);
        for (int i = 0; i < kills; i++) {
            live(1 + random.nextInt(2 * least / kills), true);
        }
        live(least - notebook.acknowledged().size(), false);
        StoredState ledger = StoredState.ofSqlite(database);
        List<String> wrong = new ArrayList<>(ledger.compareAnswers(notebook.acknowledged(), "acknowledged"));
        wrong.addAll(ledger.compareAnswers(broadcast, "broadcast"));
        wrong.addAll(notebook.faults());
        if (notebook.acknowledged().size() != ledger.posts()) {
            wrong.add(notebook.acknowledged().size() + " acknowledged, " + ledger.posts() + " stored");
        }
        if (notebook.acknowledged().size() < least) {
            wrong.add("only " + notebook.acknowledged().size() + " acknowledged");
        }
        if (unanswered == 0) {
            wrong.add("no post was under way at any kill: nothing could be lost");
        }
        System.out.println(notebook.acknowledged().size() + " posts acknowledged, " + ledger.posts() + " stored, "
                + kills + " kills with " + unanswered + " posts unanswered at the time, seed " + seed);
        return wrong;
    }

    /** One process: until {@code target} posts are acknowledged and, if it is to end in order, all are answered. */
    private void live(int target, boolean kill) throws IOException, InterruptedException {
        Process process = start();
        AtomicInteger answers = new AtomicInteger();
        Thread ear = new Thread(() -> listen(process, answers), "writer-ear");
        ear.start();
        BufferedWriter out = process.outputWriter(StandardCharsets.UTF_8);
        try {
            for (var post : notebook.outbox().entrySet()) {
                out.write(post.getKey() + " " + post.getValue() + "\n");
            }
            out.flush();
            while (answers.get() < target && process.isAlive()) {
                for (int i = notebook.unanswered(); i < UNDER_WAY; i++) {
                    String body = "body " + random.nextLong();
                    out.write(notebook.write(body) + " " + body + "\n");
                }
                out.flush();
                Pause.millis(1);
            }
        } catch (IOException ended) {
            notebook.fault("the writer ended by itself: " + ended.getMessage());
        }
        if (kill) {
            process.destroyForcibly().waitFor();
        } else {
            Pause.until("all is answered", Duration.ofMinutes(1), () -> notebook.unanswered() == 0);
            out.close();
            process.waitFor(1, TimeUnit.MINUTES);
        }
        ear.join();
        unanswered += notebook.unanswered();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WriterProcess.class.getName(),
                        database.toString(),
                        Long.toString(author))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        database.resolveSibling("stderr.log").toFile()))
                .start();
    }

    private void listen(Process process, AtomicInteger answers) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                hear(line, answers);
            }
        } catch (IOException killed) {
            // an incomplete line does not count
        }
    }

    private void hear(String line, AtomicInteger answers) {
        // A line that was cut by the kill may lack digits: only a complete one, with its full stop, counts.
        if (line.length() < 40 || !line.endsWith(".")) {
            return;
        }
        String clientId = line.substring(2, 38);
        long seq = Long.parseLong(line.substring(39, line.length() - 1));
        if (line.charAt(0) == 'a') {
            notebook.acknowledge(clientId, seq);
            answers.incrementAndGet();
        } else if (line.charAt(0) == 'e' && broadcast.putIfAbsent(clientId, seq) != null) {
            notebook.fault("broadcast twice: " + clientId);
        }
    }
}
