package org.hostelchat.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code payara/bench SCENARIO [--flag value]...}; docs/performance.md says how to read what it prints. */
public final class Bench {

    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("latency", new LatencyScenario());
        SCENARIOS.put("saturate", new SaturateScenario());
        SCENARIOS.put("acks", new AcksScenario());
        SCENARIOS.put("idle", new IdleScenario());
        SCENARIOS.put("reconnect", new ReconnectScenario());
        SCENARIOS.put("first", new FirstMessageScenario());
        SCENARIOS.put("history", new HistoryScenario());
        SCENARIOS.put("login", new LoginScenario());
        SCENARIOS.put("rooms", new RoomsScenario());
        SCENARIOS.put("campus", new CampusScenario());
        SCENARIOS.put("uploads", new UploadsScenario());
        SCENARIOS.put("direct", new DirectScenario());
        SCENARIOS.put("switch", new SwitchScenario());
        SCENARIOS.put("nodes", new NodesScenario());
        SCENARIOS.put("scale", new ScaleScenario());
        SCENARIOS.put("startup", new StartupScenario());
        SCENARIOS.put("deflate", new DeflateScenario());
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("plot")) {
            Plots.draw(Report.FILE);
            return;
        }
        if (args.length == 0 || !SCENARIOS.containsKey(args[0])) {
            System.err.println("payara/bench " + String.join("|", SCENARIOS.keySet()) + "|plot [--flag value]...\n"
                    + Options.HELP);
            System.exit(2);
        }
        Options options = Options.parse(args);
        Scenario scenario = SCENARIOS.get(args[0]);
        Report report = new Report(args[0]);
        for (int run = 0; run < options.number("runs"); run++) {
            scenario.run(options, report);
        }
        report.summary();
        System.exit(0);
    }
}
