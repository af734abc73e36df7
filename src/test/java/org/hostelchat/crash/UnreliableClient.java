package org.hostelchat.crash;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;

/**
 * A correct client under bad conditions. Posts, and breaks its connection at any point: within a frame, between a post
 * and its acknowledgement, while it receives what it missed. Reconnects, sends its cursors, and repeats what was not
 * answered. Occasionally edits or deletes one of its posts.
 */
final class UnreliableClient implements AutoCloseable {

    private final Person person;
    private final int port;
    private final int nodes;
    private final int most;
    private final Random random;
    private final ClientRecord notebook;
    private final Thread thread;
    private volatile boolean quiet;
    private volatile boolean stopping;
    private volatile BreakableWebSocket line;
    private final AtomicInteger broken = new AtomicInteger();

    /**
     * Starts at once.
     *
     * @param most the most unanswered posts
     */
    UnreliableClient(Person person, int port, int most, long base, long seed) {
        this(person, port, 1, most, base, seed);
    }

    /**
     * The same.
     *
     * @param nodes how many nodes there are behind the port: with several, the one before may still refuse or store what
     *     is sent again to another
     */
    UnreliableClient(Person person, int port, int nodes, int most, long base, long seed) {
        this.nodes = nodes;
        this.person = person;
        this.port = port;
        this.most = most;
        this.random = new Random(seed);
        this.notebook = new ClientRecord(person.name(), base);
        this.thread = new Thread(this::live, person.name());
        thread.start();
    }

    ClientRecord notebook() {
        return notebook;
    }

    /** How often it broke its connection. */
    int broken() {
        return broken.get();
    }

    /** From now on it posts nothing new and breaks nothing, and only completes what is left. */
    void calmDown() {
        quiet = true;
    }

    @Override
    public void close() {
        stopping = true;
        BreakableWebSocket open = line;
        if (open != null) {
            open.cut();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        while (!stopping) {
            try (BreakableWebSocket fresh =
                    new BreakableWebSocket(port, person.api().cookies())) {
                line = fresh;
                fresh.send("{\"type\":\"hello\",\"cursors\":{\"1\":" + notebook.held() + "}}");
                Thread ear = new Thread(() -> listen(fresh), person.name() + "'s ear");
                ear.start();
                try {
                    talk(fresh, ear);
                } finally {
                    fresh.cut();
                    join(ear);
                }
            } catch (IOException brokenOrDown) {
                Pause.millis(20 + random.nextInt(80));
            }
        }
    }

    private void talk(BreakableWebSocket open, Thread ear) throws IOException {
        if (nodes > 1) notebook.refusedPerhaps();
        for (var post : notebook.outbox().entrySet()) {
            open.send(frame(post.getKey(), post.getValue()));
        }
        while (!stopping && ear.isAlive()) {
            if (quiet || notebook.unanswered() >= most) {
                Pause.millis(2);
                continue;
            }
            int burst = 1 + random.nextInt(8);
            for (int i = 0; i < burst; i++) {
                String body = "said by " + person.name() + ", " + random.nextLong();
                open.send(frame(notebook.write(body), body));
            }
            mendPerhaps();
            breakPerhaps(open);
            Pause.millis(random.nextInt(10));
        }
        if (!stopping) {
            throw new IOException("the line ended");
        }
    }

    /** Edits or deletes one of its own posts. If there is no answer the result is unknown, and it does nothing about it. */
    private void mendPerhaps() {
        long target = random.nextInt(30) == 0 ? notebook.anyOwn(random) : 0;
        if (target == 0) {
            return;
        }
        Api api = anotherCaller();
        String path = "/api/rooms/1/messages/by-seq/" + target;
        try {
            if (random.nextInt(3) == 0) {
                if (done(api.delete(path))) {
                    notebook.deleted(target);
                }
            } else {
                ApiResponse edited = api.patch(path, Api.json("body", "better, " + random.nextLong()));
                if (done(edited)) {
                    notebook.edited(edited.json().getJsonNumber("seq").longValue(), target);
                }
            }
        } catch (AssertionError noAnswer) {
            if (noAnswer.getCause() == null) {
                notebook.fault("could not mend: " + noAnswer.getMessage());
            }
        }
    }

    /** What it deleted before can't be edited; and the server may be busy. */
    private boolean done(ApiResponse answer) {
        if (answer.status() / 100 == 2) {
            return true;
        }
        if (answer.status() != 404 && answer.status() != 429 && answer.status() != 503) {
            notebook.fault("was refused: " + answer.status() + " " + answer.body());
        }
        return false;
    }

    /** The room's last number by the server. */
    long last() {
        return person.api().get("/api/rooms").expect(200).items().getValuesAs(JsonObject.class).stream()
                .filter(room -> room.getInt("id") == 1)
                .mapToLong(room -> room.getJsonNumber("last").longValue())
                .findFirst()
                .orElseThrow();
    }

    private Api anotherCaller() {
        Api api = new Api(person.api().server());
        person.api().cookieJar().forEach(api::cookie);
        return api;
    }

    private void breakPerhaps(BreakableWebSocket open) throws IOException {
        int chance = random.nextInt(400);
        if (chance == 0) {
            broken.incrementAndGet();
            open.cut();
        } else if (chance == 1) {
            broken.incrementAndGet();
            String body = "cut short, " + random.nextLong();
            open.sendPartOf(frame(notebook.write(body), body), random.nextDouble());
        }
    }

    private static String frame(String clientId, String body) {
        return "{\"type\":\"post\",\"room\":1,\"clientId\":\"" + clientId + "\",\"body\":\"" + body + "\"}";
    }

    private void listen(BreakableWebSocket open) {
        try {
            while (true) {
                hear(open.read());
            }
        } catch (IOException ended) {
            open.cut();
        } catch (AssertionError unanswered) {
            // A page of history was requested while the server was being killed.
            if (unanswered.getCause() == null) {
                notebook.fault("was not given a page: " + unanswered.getMessage());
            }
            open.cut();
        } catch (RuntimeException e) {
            notebook.fault("could not read a frame: " + e);
            open.cut();
        }
    }

    private void hear(String frame) throws IOException {
        if (FrameFields.is(frame, "events")) {
            FrameFields.events(frame, notebook);
        } else if (FrameFields.is(frame, "ack")) {
            notebook.acknowledge(FrameFields.text(frame, "clientId"), FrameFields.number(frame, "seq"));
        } else if (FrameFields.is(frame, "welcome")) {
            long last = FrameFields.lastOfWelcome(frame);
            if (last < notebook.held()) {
                notebook.fault("holds " + notebook.held() + ", but the room is at " + last);
            }
        } else if (FrameFields.is(frame, "limited")) {
            fetch(FrameFields.number(frame, "to"));
        } else if (FrameFields.is(frame, "refused")) {
            refused(frame);
        }
    }

    /** What is temporarily refused is sent again over the next connection. */
    private void refused(String frame) throws IOException {
        if (!frame.contains("\"status\":503") && !frame.contains("\"status\":429")) {
            notebook.fault("was refused: " + frame);
        }
        if (frame.contains("\"clientId\":")) {
            // Some of the answers after this one, which are not read, may be refusals too.
            notebook.refusedPerhaps();
        }
        Pause.millis(200);
        throw new IOException("refused");
    }

    private void fetch(long to) {
        Api api = anotherCaller();
        while (notebook.held() < to && !stopping) {
            long held = notebook.held();
            long limit = Math.min(500, to - held);
            FrameFields.events(
                    api.get("/api/rooms/1/messages?after=" + held + "&limit=" + limit)
                            .expect(200)
                            .body(),
                    notebook);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
