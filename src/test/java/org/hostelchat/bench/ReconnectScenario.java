package org.hostelchat.bench;

import org.hostelchat.bench.load.ClientPool;
import org.hostelchat.support.Pause;

/** Everybody reconnects at the same time with a cursor a little behind: the time until all have what they missed. */
final class ReconnectScenario implements Scenario {

    @Override
    public void run(Options options, Report report) throws Exception {
        int connected = options.number("connected");
        int behind = options.number("behind");
        try (Target target = Target.start("hostel", options)) {
            long last;
            try (ClientPool one =
                    ClientPool.join(target.address(), target.people(options.number("accounts")), 1, -1, 60)) {
                last = one.held();
            }
            // First to a server that has just started, as after a power cut, then to a warm one.
            for (String state : new String[] {"cold", "warm"}) {
                double cpuBefore = Proc.cpuSeconds(target.pid());
                long start = System.nanoTime();
                try (ClientPool crowd = ClientPool.join(
                        target.address(),
                        target.people(options.number("accounts")),
                        connected,
                        Math.max(0, last - behind),
                        120)) {
                    double cpu = Proc.cpuSeconds(target.pid()) - cpuBefore;
                    report.add(new ReportRow()
                            .with("server", state)
                            .with("connected", connected)
                            .with("behind", behind)
                            .with("stored", options.number("stored"))
                            .figure("all live in s", (crowd.lastLiveAt() - start) / 1e9)
                            .figure("server cpu s", cpu)
                            .figure("cpu ms each", cpu * 1_000 / connected)
                            .figure("lost", crowd.tally().missing())
                            .figure("doubled", crowd.tally().doubles()));
                }
                Pause.millis(3_000);
            }
        }
    }
}
