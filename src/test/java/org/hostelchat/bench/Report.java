package org.hostelchat.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints each run, appends it as a line of JSON, and at the end prints medians and spread. */
final class Report {

    /** All results of this clone, one run a line. */
    static final Path FILE = Path.of("target", "bench", "results.jsonl");

    private final String scenario;
    private final Map<String, List<ReportRow>> rows = new LinkedHashMap<>();

    Report(String scenario) {
        this.scenario = scenario;
    }

    void add(ReportRow row) throws IOException {
        rows.computeIfAbsent(row.title(), key -> new ArrayList<>()).add(row);
        String line = "{\"scenario\":\"" + scenario + "\",\"when\":\""
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\",\"load1m\":" + Proc.load() + "," + row.json()
                + "}";
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.println(line);
    }

    /** Each figure's median, and its least and most where there were several runs. */
    void summary() {
        rows.forEach((title, runs) -> {
            System.out.printf("%n%s %s (%d run%s)%n", scenario, title, runs.size(), runs.size() == 1 ? "" : "s");
            for (String figure : runs.get(0).figures().keySet()) {
                double[] sorted = runs.stream()
                        .mapToDouble(run -> run.figures().get(figure))
                        .sorted()
                        .toArray();
                String spread = sorted.length == 1
                        ? ""
                        : "   (" + ReportRow.number(sorted[0]) + " to " + ReportRow.number(sorted[sorted.length - 1])
                                + ")";
                System.out.printf("  %-28s %s%s%n", figure, ReportRow.number(median(sorted)), spread);
            }
        });
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
