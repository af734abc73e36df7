package org.hostelchat.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plots the results: each figure's median over the runs, by the varied parameter. */
final class Plots {

    private static final Path FOLDER = Path.of("docs", "performance");

    private Plots() {}

    static void draw(Path results) throws IOException {
        List<JsonObject> runs = Files.readAllLines(results).stream()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
        Files.createDirectories(FOLDER);
        List<JsonObject> latency = runs.stream()
                .filter(run -> run.getString("scenario").equals("latency")
                        && run.getString("rate").equals("100")
                        && run.getString("stalled").equals("0")
                        && run.getString("body").equals("80"))
                .toList();
        Chart delivery = new Chart("Delivery at 100 posts a second", "connected", "ms");
        Chart cpu = new Chart("Server processor time at 100 posts a second", "connected", "s per million deliveries");
        for (String server : List.of("hostel", "bare")) {
            delivery.line(server + " p50", medians(latency, server, "connected", "delivery p50 ms"));
            delivery.line(server + " p99", medians(latency, server, "connected", "delivery p99 ms"));
            cpu.line(server, medians(latency, server, "connected", "cpu s per million"));
        }
        Files.writeString(FOLDER.resolve("delivery.svg"), delivery.svg());
        Files.writeString(FOLDER.resolve("cpu.svg"), cpu.svg());

        Chart growth = new Chart("The cost of growth", "messages stored", "ms");
        growth.line("acknowledgement p50", medians(of(runs, "latency", "rate", "50"), null, "stored", "ack p50 ms"));
        growth.line("coming back, cpu each", medians(comingBack(runs), null, "stored", "cpu ms each"));
        growth.line("newest 50 p50", medians(of(runs, "history", "page", "newest 50"), null, "stored", "page p50 ms"));
        growth.line(
                "50 from anywhere p50",
                medians(of(runs, "history", "page", "50 from anywhere"), null, "stored", "page p50 ms"));
        Files.writeString(FOLDER.resolve("growth.svg"), growth.svg());
    }

    private static List<JsonObject> comingBack(List<JsonObject> runs) {
        return of(runs, "reconnect", "server", "warm").stream()
                .filter(run -> run.getString("connected").equals("2000")
                        && run.getString("behind").equals("50")
                        && run.containsKey("cpu ms each"))
                .toList();
    }

    private static List<JsonObject> of(List<JsonObject> runs, String scenario, String name, String value) {
        return runs.stream()
                .filter(run -> run.getString("scenario").equals(scenario)
                        && run.getString(name, "").equals(value))
                .toList();
    }

    private static Map<Double, Double> medians(List<JsonObject> runs, String server, String by, String figure) {
        Map<Double, List<Double>> values = runs.stream()
                .filter(run -> server == null || run.getString("server", "").equals(server))
                .collect(Collectors.groupingBy(
                        run -> Double.valueOf(run.getString(by)),
                        Collectors.mapping(run -> run.getJsonNumber(figure).doubleValue(), Collectors.toList())));
        Map<Double, Double> medians = new TreeMap<>();
        values.forEach((x, ys) -> medians.put(
                x, Report.median(ys.stream().mapToDouble(Double::doubleValue).toArray())));
        return medians;
    }
}
