package org.hostelchat.bench.bare;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Takes all waiting posts, encodes them once, and writes once to each connection that is not writing; the others get
 * several rounds in a later write. A connection that is {@value #RING} rounds behind gets nothing more.
 */
final class BareLoop implements Runnable {

    static final BareLoop INSTANCE = new BareLoop();

    private static final int RING = 4096;

    private final BlockingQueue<Object> inbox = new LinkedBlockingQueue<>();
    private final List<BareConnection> connections = new ArrayList<>();
    private final Deque<byte[]> ring = new ArrayDeque<>();
    private long seq;
    private long rounds;

    private BareLoop() {
        Thread thread = new Thread(this, "bare-loop");
        thread.setDaemon(true);
        thread.start();
    }

    void post(BarePost post) {
        inbox.add(post);
    }

    void join(BareConnection connection) {
        inbox.add(connection);
    }

    void leave(BareConnection connection) {
        inbox.add(new Leaving(connection));
    }

    @Override
    public void run() {
        List<Object> drained = new ArrayList<>();
        while (true) {
            try {
                Object first = inbox.poll(1, TimeUnit.MILLISECONDS);
                if (first != null) {
                    drained.add(first);
                    inbox.drainTo(drained);
                }
                round(drained);
                drained.clear();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void round(List<Object> drained) {
        List<BarePost> posts = new ArrayList<>();
        for (Object o : drained) {
            if (o instanceof BarePost post) {
                posts.add(post);
            } else if (o instanceof BareConnection connection) {
                welcome(connection);
            } else if (o instanceof Leaving leaving) {
                connections.remove(leaving.connection());
            }
        }
        if (!posts.isEmpty()) {
            encode(posts);
        }
        for (Iterator<BareConnection> it = connections.iterator(); it.hasNext(); ) {
            BareConnection connection = it.next();
            if (connection.round < rounds && connection.isFree() && !catchUp(connection)) {
                it.remove();
            }
        }
    }

    private void welcome(BareConnection connection) {
        connection.round = rounds;
        connections.add(connection);
        connection.write(frame("{\"type\":\"welcome\",\"epoch\":\"bare\",\"rooms\":[{\"id\":1,\"name\":\"Common room\","
                + "\"kind\":\"COMMON\",\"last\":" + seq + "}]}"));
    }

    private void encode(List<BarePost> posts) {
        long from = seq + 1;
        long at = System.currentTimeMillis();
        StringBuilder events = new StringBuilder(posts.size() * 260);
        Map<BareConnection, StringBuilder> acks = new HashMap<>();
        for (BarePost post : posts) {
            seq++;
            events.append(seq == from ? "" : ",").append("{\"seq\":").append(seq);
            events.append(",\"kind\":\"posted\",\"by\":12345,\"name\":\"Resident of the house\",\"role\":\"STUDENT\"");
            events.append(",\"at\":").append(at).append(",\"clientId\":\"").append(post.clientId());
            events.append("\",\"body\":\"").append(post.body()).append("\"}");
            ByteBuffer ack = frame("{\"type\":\"ack\",\"room\":1,\"clientId\":\"" + post.clientId() + "\",\"seq\":"
                    + seq + ",\"at\":" + at + "}");
            acks.computeIfAbsent(post.from(), key -> new StringBuilder())
                    .append(StandardCharsets.ISO_8859_1.decode(ack));
        }
        acks.forEach(
                (to, frames) -> to.write(ByteBuffer.wrap(frames.toString().getBytes(StandardCharsets.ISO_8859_1))));
        ring.add(frame("{\"type\":\"events\",\"room\":1,\"from\":" + from + ",\"to\":" + seq + ",\"events\":[" + events
                        + "]}")
                .array());
        rounds++;
        if (ring.size() > RING) {
            ring.remove();
        }
    }

    private boolean catchUp(BareConnection connection) {
        int behind = (int) (rounds - connection.round);
        if (behind > ring.size()) {
            return false;
        }
        connection.round = rounds;
        if (behind == 1) {
            return connection.write(ByteBuffer.wrap(ring.getLast()));
        }
        List<byte[]> missed = new ArrayList<>(behind);
        Iterator<byte[]> newest = ring.descendingIterator();
        int size = 0;
        for (int i = 0; i < behind; i++) {
            byte[] frame = newest.next();
            missed.add(frame);
            size += frame.length;
        }
        ByteBuffer all = ByteBuffer.allocate(size);
        for (int i = behind - 1; i >= 0; i--) {
            all.put(missed.get(i));
        }
        return connection.write(all.flip());
    }

    private static ByteBuffer frame(String json) {
        byte[] payload = json.getBytes(StandardCharsets.UTF_8);
        int header = payload.length < 126 ? 2 : payload.length < 65536 ? 4 : 10;
        ByteBuffer frame = ByteBuffer.allocate(header + payload.length).put((byte) 0x81);
        switch (header) {
            case 2 -> frame.put((byte) payload.length);
            case 4 -> frame.put((byte) 126).putShort((short) payload.length);
            default -> frame.put((byte) 127).putLong(payload.length);
        }
        return frame.put(payload).flip();
    }

    private record Leaving(BareConnection connection) {}
}
