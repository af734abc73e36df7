package org.hostelchat.bench;

import org.HdrHistogram.Histogram;
import org.hostelchat.bench.load.ClientPool;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.support.Api;

/**
 * The server's time until a person who opens the chat can read: for the page and the newest page of history; and,
 * concurrently, for the socket up to the welcome. One person after the other.
 */
final class FirstMessageScenario implements Scenario {

    private static final int VISITS = 200;

    @Override
    public void run(Options options, Report report) throws Exception {
        try (Target target = Target.start("hostel", options)) {
            Credentials who = target.people(1).get(0);
            Api api = new Api(target.url()).header("Cookie", who.cookie());
            Histogram page = new Histogram(3);
            Histogram messages = new Histogram(3);
            Histogram both = new Histogram(3);
            Histogram socket = new Histogram(3);
            for (int i = 0; i < VISITS; i++) {
                long start = System.nanoTime();
                api.get("/chat").expect(200);
                long shown = System.nanoTime();
                api.get("/api/rooms/1/messages?limit=50").expect(200);
                long read = System.nanoTime();
                ClientPool.join(target.address(), target.people(1), 1, -1, 30).close();
                long live = System.nanoTime();
                if (i == 0) {
                    report.add(new ReportRow()
                            .with("visit", "first after the start")
                            .with("stored", options.number("stored"))
                            .figure("page and messages ms", (read - start) / 1e6));
                }
                if (i < VISITS / 4) continue;
                page.recordValue(shown - start);
                messages.recordValue(read - shown);
                both.recordValue(read - start);
                socket.recordValue(live - read);
            }
            report.add(new ReportRow()
                    .with("visit", "later ones")
                    .with("stored", options.number("stored"))
                    .latency("page", page)
                    .latency("messages", messages)
                    .latency("page and messages", both)
                    .latency("socket", socket));
        }
    }
}
