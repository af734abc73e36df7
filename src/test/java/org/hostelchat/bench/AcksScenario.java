package org.hostelchat.bench;

import org.hostelchat.bench.load.Crowd;
import org.hostelchat.bench.load.Poster;
import org.hostelchat.support.Pause;

/** As many acknowledged posts as there can be: only the senders are connected, each with its share of the window. */
final class AcksScenario implements Scenario {

    @Override
    public void run(Options options, Report report) throws Exception {
        try (Target target = Target.start("hostel", options)) {
            int senders = options.number("senders");
            int window = options.number("window");
            try (Crowd crowd =
                    Crowd.join(target.address(), target.people(options.number("accounts")), senders, -1, 60)) {
                Poster poster = Poster.closed(
                        crowd.first(senders),
                        crowd.posts(),
                        options.number("body"),
                        () -> crowd.tally().acknowledged() + window);
                Pause.millis(1_000L * options.number("warmup"));
                Window measured = Window.open(crowd, target);
                Pause.millis(1_000L * options.number("seconds"));
                measured.close();
                poster.close();
                long lacking = crowd.settle(60);
                Row row = new Row()
                        .with("server", target.name())
                        .with("senders", senders)
                        .with("window", window)
                        .with("stored", options.number("stored"));
                report.add(measured.into(row, lacking).latency("ack", crowd.tally().acknowledgement));
            }
        }
    }
}
