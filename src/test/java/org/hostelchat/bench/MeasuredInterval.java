package org.hostelchat.bench;

import org.hostelchat.bench.load.ClientPool;

/** The measured part of a run: what was delivered, and what it cost the server. */
final class MeasuredInterval {

    private final ClientPool crowd;
    private final Target target;
    private final long startedAt = System.nanoTime();
    private final long deliveredBefore;
    private final long acknowledgedBefore;
    private final double cpuBefore;
    private double seconds;
    private long delivered;
    private long acknowledged;
    private double cpu;
    private long resident;

    private MeasuredInterval(ClientPool crowd, Target target) {
        this.crowd = crowd;
        this.target = target;
        this.deliveredBefore = crowd.tally().delivered();
        this.acknowledgedBefore = crowd.tally().acknowledged();
        this.cpuBefore = Proc.cpuSeconds(target.pid());
    }

    static MeasuredInterval open(ClientPool crowd, Target target) {
        MeasuredInterval window = new MeasuredInterval(crowd, target);
        crowd.tally().measureFrom(window.startedAt);
        return window;
    }

    void close() {
        crowd.tally().measureUntil(System.nanoTime());
        seconds = (System.nanoTime() - startedAt) / 1e9;
        delivered = crowd.tally().delivered() - deliveredBefore;
        acknowledged = crowd.tally().acknowledged() - acknowledgedBefore;
        cpu = Proc.cpuSeconds(target.pid()) - cpuBefore;
        resident = Proc.residentKilobytes(target.pid());
    }

    /**
     * Adds the figures to a row.
     *
     * @param lacking deliveries that were missing at the end
     */
    ReportRow into(ReportRow row, long lacking) {
        crowd.tally().refusals.forEach((reason, count) -> row.with(reason.replaceAll("[\"\\\\]", "'"), count));
        return row.figure("deliveries per s", Math.round(delivered / seconds))
                .figure("acks per s", acknowledged / seconds)
                .figure("server cores", cpu / seconds)
                .figure("cpu s per million", cpu / delivered * 1e6)
                .figure("server RSS MB", resident / 1024)
                .figure("lost", lacking + crowd.tally().missing())
                .figure("doubled", crowd.tally().doubles())
                .figure("out of order", crowd.tally().disorder())
                .figure("contradictions", crowd.posts().contradictions())
                .figure("unacknowledged", crowd.posts().posted() - crowd.tally().acknowledged())
                .figure("limited frames", crowd.tally().limited())
                .figure("left to fetch", crowd.tally().skipped())
                .figure("closed by server", crowd.closed());
    }
}
