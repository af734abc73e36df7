package org.hostelchat.bench;

import org.hostelchat.bench.load.ClientPool;
import org.hostelchat.bench.load.Poster;
import org.hostelchat.support.Pause;

/**
 * The highest rate of deliveries: a closed loop with a given number of posts between the first sender and the slowest
 * reader.
 */
final class SaturateScenario implements Scenario {

    @Override
    public void run(Options options, Report report) throws Exception {
        for (String name : options.servers()) {
            try (Target target = Target.start(name, options)) {
                measure(target, options, report);
            }
        }
    }

    private static void measure(Target target, Options options, Report report) throws Exception {
        int connected = options.number("connected");
        int window = options.number("window");
        try (ClientPool crowd =
                ClientPool.join(target.address(), target.people(options.number("accounts")), connected, -1, 120)) {
            long before = crowd.held();
            Poster poster = Poster.closed(
                    crowd.first(options.number("senders")),
                    crowd.posts(),
                    options.number("body"),
                    () -> crowd.held() - before + window);
            Pause.millis(1_000L * options.number("warmup"));
            MeasuredInterval measured = MeasuredInterval.open(crowd, target);
            Pause.millis(1_000L * options.number("seconds"));
            measured.close();
            poster.close();
            long lacking = crowd.settle(60);
            ReportRow row = new ReportRow()
                    .with("server", target.name())
                    .with("connected", connected)
                    .with("window", window);
            report.add(measured.into(row, lacking).latency("delivery", crowd.tally().delivery));
        }
    }
}
