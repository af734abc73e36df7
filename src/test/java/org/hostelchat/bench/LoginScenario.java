package org.hostelchat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.support.Api;

/** Everybody signs in at the same time from one address, as after a power cut; {@code --connected} says how many. */
final class LoginScenario implements Scenario {

    @Override
    public void run(Options options, Report report) throws Exception {
        int count = options.number("connected");
        try (Target target = Target.start("hostel", options)) {
            List<Credentials> people = target.people(count);
            Histogram nanos = new ConcurrentHistogram(3);
            ExecutorService pool = Executors.newFixedThreadPool(count);
            double cpu = Proc.cpuSeconds(target.pid());
            long start = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (Credentials who : people) {
                all.add(pool.submit(() -> {
                    new Api(target.url()).signIn(who.enrolmentNumber(), who.password());
                    nanos.recordValue(System.nanoTime() - start);
                }));
            }
            int failed = 0;
            for (Future<?> one : all) {
                try {
                    one.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    failed++;
                    System.err.println(e.getCause());
                }
            }
            double took = (System.nanoTime() - start) / 1e9;
            pool.shutdown();
            report.add(new ReportRow()
                    .with("people", count)
                    .figure("all in after s", took)
                    .figure("refused", failed)
                    .figure("server cpu s", Proc.cpuSeconds(target.pid()) - cpu)
                    .latency("in", nanos));
        }
    }
}
