package org.hostelchat.bench;

import org.hostelchat.bench.load.ClientPool;
import org.hostelchat.bench.load.Poster;
import org.hostelchat.support.Pause;

/** The highest rate of acknowledged posts: only the senders are connected, each with its share of the window. */
final class AcksScenario implements Scenario {

    @Override
    public void run(Options options, Report report) throws Exception {
        try (Target target = Target.start("hostel", options)) {
            int senders = options.number("senders");
            int window = options.number("window");
            try (ClientPool crowd =
                    ClientPool.join(target.address(), target.people(options.number("accounts")), senders, -1, 60)) {
                Poster poster = Poster.closed(
                        crowd.first(senders),
                        crowd.posts(),
                        options.number("body"),
                        () -> crowd.tally().acknowledged() + window);
                Pause.millis(1_000L * options.number("warmup"));
                MeasuredInterval measured = MeasuredInterval.open(crowd, target);
                Pause.millis(1_000L * options.number("seconds"));
                measured.close();
                poster.close();
                long lacking = crowd.settle(60);
                ReportRow row = new ReportRow()
                        .with("server", target.name())
                        .with("senders", senders)
                        .with("window", window)
                        .with("stored", options.number("stored"));
                report.add(measured.into(row, lacking).latency("ack", crowd.tally().acknowledgement));
            }
        }
    }
}
