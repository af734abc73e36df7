package org.hostelchat.bench;

/** Wall time and processor time from the start of the process until it is ready. */
final class StartupScenario implements Scenario {

    @Override
    public void run(Options options, Report report) throws Exception {
        long start = System.nanoTime();
        try (Target target = Target.start("hostel", options)) {
            report.add(new ReportRow()
                    .with("jvm", options.text("jvm"))
                    .figure("ready after s", (System.nanoTime() - start) / 1e9)
                    .figure("cpu s", Proc.cpuSeconds(target.pid()))
                    .figure("RSS MB", Proc.residentKilobytes(target.pid()) / 1024));
        }
    }
}
