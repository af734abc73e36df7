package org.hostelchat.bench;

import java.io.IOException;
import org.hostelchat.bench.load.ClientPool;
import org.hostelchat.support.Jcmd;
import org.hostelchat.support.Pause;

/**
 * The cost of an idle connection: resident memory after a full collection, before and after. Connections are opened a
 * few at a time, because hundreds at once would each get a thread, whose memory would be measured instead.
 */
final class IdleScenario implements Scenario {

    @Override
    public void run(Options options, Report report) throws Exception {
        int connected = options.number("connected");
        for (String name : options.servers()) {
            try (Target target = Target.start(name, options)) {
                // Warm-up: the classes and code that the first connections load are not counted.
                ClientPool.trickle(target.address(), target.people(options.number("accounts")), 50, 60)
                        .close();
                Pause.millis(2_000);
                long before = settled(target);
                long heapBefore = Proc.liveHeapBytes(target.pid());
                double cpu = Proc.cpuSeconds(target.pid());
                try (ClientPool crowd = ClientPool.trickle(
                        target.address(), target.people(options.number("accounts")), connected, 120)) {
                    double joinCpu = Proc.cpuSeconds(target.pid()) - cpu;
                    Pause.millis(3_000);
                    long after = settled(target);
                    long heap = Proc.liveHeapBytes(target.pid()) - heapBefore;
                    report.add(new ReportRow()
                            .with("server", target.name())
                            .with("connected", crowd.size())
                            .figure("RSS before MB", before / 1024.0)
                            .figure("RSS after MB", after / 1024.0)
                            .figure("kB per connection", (after - before) / (double) connected)
                            .figure("live heap kB per connection", heap / 1024.0 / connected)
                            .figure("join cpu ms each", joinCpu * 1_000 / connected));
                }
            }
        }
    }

    private static long settled(Target target) throws IOException {
        for (int i = 0; i < 2; i++) {
            Jcmd.ask(target.pid(), "GC.run");
            Pause.millis(500);
        }
        return Proc.residentKilobytes(target.pid());
    }
}
