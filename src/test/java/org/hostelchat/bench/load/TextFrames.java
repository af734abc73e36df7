package org.hostelchat.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Handles all frames but events: welcomes, acknowledgements, refusals, closes; others are ignored. */
final class TextFrames {

    private static final byte[] CLIENT_ID = "\"clientId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEQ = "\"seq\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TO = "\"to\":".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LAST = Pattern.compile("\"rooms\":\\[\\{[^}]*\"id\":1\\b[^}]*\"last\":(\\d+)");
    private static final Pattern SLUG = Pattern.compile("\"type\":\"[^\"]*/([a-z-]+)\"");

    private final PostLog posts;
    private final Tally tally;

    TextFrames(PostLog posts, Tally tally) {
        this.posts = posts;
        this.tally = tally;
    }

    void take(Client client, int opcode, byte[] payload, long now) {
        if (opcode == 8) {
            int code = payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
            tally.refusals.merge("close " + code, 1, Integer::sum);
        } else if (opcode == 9) {
            client.send(ClientFrames.pong(payload));
        } else if (opcode == 1 && payload.length > 12) {
            text(client, payload, now);
        }
    }

    /** Records when a connection has received everything that existed when it was welcomed. */
    void caughtUp(Client client, long now) {
        if (client.liveAt == 0 && client.expected > client.last) {
            client.liveAt = now;
        }
    }

    private void text(Client client, byte[] payload, long now) {
        // {"type":"X: the ninth byte suffices to tell the frames apart.
        switch (payload[9]) {
            case 'a' -> acknowledged(payload, now);
            case 'w' -> welcomed(client, payload, now);
            case 'r' -> refused(payload);
            case 'l' -> {
                tally.limited++;
                tally.skipped += AsciiBytes.numberAfter(payload, TO, 0) + 1 - client.expected;
                client.expected = AsciiBytes.numberAfter(payload, TO, 0) + 1;
                caughtUp(client, now);
            }
            case 'b' -> {
                if (payload[10] == 'y') {
                    refused(payload);
                }
            }
            default -> {
                // presence, typing, notices and what later versions send
            }
        }
    }

    private void acknowledged(byte[] payload, long now) {
        int id = AsciiBytes.indexOf(payload, CLIENT_ID, 0);
        long number = posts.ids().number(payload, id + CLIENT_ID.length);
        if (number < 0) {
            return;
        }
        tally.acknowledgedNow++;
        tally.recordAcknowledgement(posts.intended(number), now);
        if (!posts.acknowledge(number, AsciiBytes.numberAfter(payload, SEQ, 0))) {
            tally.doubles++;
        }
    }

    private void welcomed(Client client, byte[] payload, long now) {
        Matcher last = LAST.matcher(new String(payload, StandardCharsets.UTF_8));
        if (!last.find()) {
            throw new IllegalStateException("A welcome without room 1: " + new String(payload, StandardCharsets.UTF_8));
        }
        client.last = Long.parseLong(last.group(1));
        client.expected = (client.cursor < 0 ? client.last : client.cursor) + 1;
        client.stage = Client.Stage.LIVE;
        caughtUp(client, now);
    }

    private void refused(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (text.startsWith("{\"type\":\"read\"") || text.startsWith("{\"type\":\"room\"")) {
            return;
        }
        Matcher slug = SLUG.matcher(text);
        tally.refusals.merge(slug.find() ? slug.group(1) : text, 1, Integer::sum);
    }
}
