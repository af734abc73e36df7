package org.hostelchat.bench;

import jakarta.json.Json;
import org.HdrHistogram.Histogram;
import org.hostelchat.bench.load.ClientPool;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.support.Api;
import org.hostelchat.support.LiveClient;

/**
 * The time of a post in a direct room, beside one in the common room: to its acknowledgement, and until the other person has it. One post
 * after the other, by turns, while {@code --connected} others are in the common room.
 */
final class DirectScenario implements Scenario {

    private static final int POSTS = 2_000;
    private static final long COMMON = 1;

    @Override
    public void run(Options options, Report report) throws Exception {
        try (Target target = Target.start("hostel", options)) {
            var people = target.people(Math.max(2, options.number("accounts")));
            try (ClientPool crowd = ClientPool.join(target.address(), people, options.number("connected"), -1, 120);
                    LiveClient one = open(target, people.get(0));
                    LiveClient other = open(target, people.get(1))) {
                long direct = direct(target, people.get(0), other);
                Times ofCommon = new Times();
                Times ofDirect = new Times();
                for (int i = 0; i < POSTS; i++) {
                    ofCommon.post(one, other, COMMON, i >= POSTS / 4);
                    ofDirect.post(one, other, direct, i >= POSTS / 4);
                }
                report.add(ofCommon.into(new ReportRow().with("room", "common").with("connected", crowd.size())));
                report.add(ofDirect.into(new ReportRow().with("room", "direct").with("connected", crowd.size())));
            }
        }
    }

    private static LiveClient open(Target target, Credentials who) {
        String[] cookie = who.cookie().split("=", 2);
        LiveClient line = LiveClient.open(new Api(target.url()).cookie(cookie[0], cookie[1]));
        line.hello();
        return line;
    }

    private static long direct(Target target, Credentials one, LiveClient other) {
        var me = other.frames().stream()
                .filter(frame -> frame.getString("type").equals("welcome"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("me")
                .getInt("id");
        var people = Json.createArrayBuilder().add(me).build();
        return new Api(target.url())
                .header("Cookie", one.cookie())
                .post("/api/rooms/direct", Api.json("people", people))
                .expect(200, 201)
                .json()
                .getInt("id");
    }

    private static final class Times {

        private final Histogram acknowledgement = new Histogram(3);
        private final Histogram delivery = new Histogram(3);

        void post(LiveClient one, LiveClient other, long room, boolean counts) {
            long start = System.nanoTime();
            String id = one.post(room, "चाय? at " + start);
            other.awaitEvent(room, event -> event.getString("clientId", "").equals(id));
            long delivered = System.nanoTime();
            one.await("ack", ack -> ack.getString("clientId").equals(id));
            long acknowledged = System.nanoTime();
            if (!counts) return;
            delivery.recordValue(delivered - start);
            acknowledgement.recordValue(acknowledged - start);
        }

        ReportRow into(ReportRow row) {
            return row.figure("posts", delivery.getTotalCount())
                    .latency("delivery", delivery)
                    .latency("ack, not before the delivery", acknowledgement);
        }
    }
}
