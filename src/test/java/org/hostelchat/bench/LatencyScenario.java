package org.hostelchat.bench;

import java.util.List;
import org.hostelchat.bench.load.Churn;
import org.hostelchat.bench.load.ClientPool;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.bench.load.Poster;
import org.hostelchat.support.Pause;

/** The time from the intended sending of a post until everybody has it, at a given rate. */
final class LatencyScenario implements Scenario {

    @Override
    public void run(Options options, Report report) throws Exception {
        for (String name : options.servers()) {
            try (Target target = Target.start(name, options)) {
                measure(target, options, report);
            }
        }
    }

    @SuppressWarnings("try") // closed before the count, so that nobody comes or goes meanwhile
    private static void measure(Target target, Options options, Report report) throws Exception {
        int connected = options.number("connected");
        int rate = options.number("rate");
        int stalled = options.number("stalled");
        List<Credentials> people = target.people(options.number("accounts"));
        try (ClientPool crowd = ClientPool.join(target.address(), people, connected, -1, 120);
                ClientPool deaf = ClientPool.join(target.address(), people, stalled, -1, 120);
                Churn churn = new Churn(target.address(), people, options.number("coming"))) {
            deaf.stopReading();
            Poster poster =
                    Poster.open(crowd.first(options.number("senders")), crowd.posts(), options.number("body"), rate);
            Pause.millis(1_000L * options.number("warmup"));
            MeasuredInterval window = MeasuredInterval.open(crowd, target);
            long visitsBefore = churn.visits();
            Pause.millis(1_000L * options.number("seconds"));
            window.close();
            long visits = churn.visits() - visitsBefore;
            churn.close();
            poster.close();
            long lacking = crowd.settle(30);
            ReportRow row = new ReportRow()
                    .with("server", target.name())
                    .with("connected", connected)
                    .with("rate", rate)
                    .with("body", options.number("body"))
                    .with("stalled", stalled)
                    .with("stored", options.number("stored"))
                    .with("seconds", options.number("seconds"))
                    .with("coming", options.number("coming"))
                    .with("gc", options.text("gc"))
                    .figure("visits", visits)
                    .latency("delivery", crowd.tally().delivery)
                    .latency("ack", crowd.tally().acknowledgement);
            report.add(window.into(row, lacking));
        }
    }
}
