package org.hostelchat.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import org.hostelchat.live.HubLoad;

/**
 * Compares many rooms with one: connections that are each in {@code --each} of {@code --rooms} rooms, and as many
 * connections of which the average number of a room's listeners are in one room. Within this process, the live adapter
 * only; see {@link HubLoad}.
 */
final class RoomsScenario implements Scenario {

    private int turn;

    @Override
    public void run(Options options, Report report) throws IOException {
        int lines = options.number("connected");
        int rooms = options.number("rooms");
        int each = options.number("each");
        HubLoad.Plan many = HubLoad.Plan.random(lines, each, rooms, 1);
        HubLoad.Plan one = HubLoad.Plan.oneRoom(lines, Math.round((float) lines * each / rooms));
        // Warms both up before either is measured, and alternates which one is first.
        load("warmup", many, options);
        load("warmup", one, options);
        report.add(memory(many, lines, each, rooms));
        boolean manyFirst = turn++ % 2 == 0;
        report.add(manyFirst ? load("many rooms", many, options) : load("one room", one, options));
        report.add(manyFirst ? load("one room", one, options) : load("many rooms", many, options));
    }

    private static ReportRow load(String what, HubLoad.Plan plan, Options options) {
        try (HubLoad load = new HubLoad(plan, options.number("write") * 1_000L)) {
            HubLoad.Result result =
                    load.run(options.number("rate"), options.number("warmup"), options.number("seconds"));
            return new ReportRow()
                    .with("server", what)
                    .with("connected", options.number("connected"))
                    .with("rate", options.number("rate"))
                    .with("write", options.number("write"))
                    .with("rooms", plan.rooms().length)
                    .figure("deliveries", result.deliveries())
                    .latency("delivery", result.latencyNanos())
                    .figure("cpu us per delivery", result.cpuNanosPerDelivery() / 1_000);
        }
    }

    private static ReportRow memory(HubLoad.Plan plan, int lines, int each, int rooms) {
        long empty = heap();
        HubLoad none = new HubLoad(new HubLoad.Plan(new ArrayList<>(nobody(lines))), 0);
        long alone = heap() - empty;
        HubLoad all = new HubLoad(plan, 0);
        long listening = heap() - empty - alone;
        int hubs = all.hubs();
        none.close();
        all.close();
        return new ReportRow()
                .with("server", "memory")
                .with("connected", lines)
                .with("rooms", rooms)
                .with("each", each)
                .figure("hubs", hubs)
                .figure("bytes per line in no room", alone / (double) lines)
                .figure("bytes per line and room, hubs included", (listening - alone) / ((double) lines * each))
                .figure("MB of all rooms, silent, with their listeners", (listening - alone) / 1e6);
    }

    private static java.util.List<long[]> nobody(int lines) {
        long[][] none = new long[lines][];
        Arrays.fill(none, new long[0]);
        return Arrays.asList(none);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
