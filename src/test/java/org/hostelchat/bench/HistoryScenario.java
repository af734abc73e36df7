package org.hostelchat.bench;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.support.Api;

/** Pages of history over HTTP, one after the other: the newest, and from anywhere. */
final class HistoryScenario implements Scenario {

    private static final int CALLS = 500;

    @Override
    public void run(Options options, Report report) throws Exception {
        try (Target target = Target.start("hostel", options)) {
            Credentials who = target.people(1).get(0);
            Api api = new Api(target.url()).header("Cookie", who.cookie());
            int stored = Math.max(1, options.number("stored"));
            page(api, "newest 50", i -> "?limit=50", options, report);
            page(
                    api,
                    "50 from anywhere",
                    i -> "?limit=50&before=" + ThreadLocalRandom.current().nextInt(1, stored + 1),
                    options,
                    report);
            page(
                    api,
                    "500 from anywhere",
                    i -> "?limit=500&after=" + ThreadLocalRandom.current().nextInt(stored),
                    options,
                    report);
        }
    }

    private static void page(Api api, String what, IntFunction<String> query, Options options, Report report)
            throws Exception {
        long first = once(api, query.apply(0));
        Histogram nanos = new Histogram(3);
        for (int i = 0; i < CALLS; i++) {
            long took = once(api, query.apply(i));
            if (i >= CALLS / 5) {
                nanos.recordValue(took);
            }
        }
        report.add(new ReportRow()
                .with("page", what)
                .with("stored", options.number("stored"))
                .figure("first call ms", first / 1e6)
                .latency("page", nanos));
    }

    private static long once(Api api, String query) {
        long start = System.nanoTime();
        api.get("/api/rooms/1/messages" + query).expect(200);
        return System.nanoTime() - start;
    }
}
