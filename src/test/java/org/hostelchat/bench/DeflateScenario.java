package org.hostelchat.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents;

/**
 * What permessage-deflate would save and cost on a phone's connection: the frames of one evening's messages, one event
 * each, as in a quiet room, compressed in the two modes of RFC 7692.
 */
final class DeflateScenario implements Scenario {

    /** In bytes: headers of WebSocket, TCP with timestamps and IP, which are not compressed. */
    private static final int HEADERS = 2 + 32 + 20;

    private static final int ROUNDS = 200;

    @Override
    public void run(Options options, Report report) throws Exception {
        List<byte[]> frames = frames(options);
        long plain = frames.stream().mapToLong(frame -> frame.length).sum();
        add(report, "none", frames.size(), plain, 0);
        measure(report, "each by itself", frames, false);
        measure(report, "with what came before", frames, true);
    }

    private static List<byte[]> frames(Options options) throws IOException {
        try (HostelTarget target = HostelTarget.start(options)) {
            Residents residents = target.server().residents();
            try (LiveClient reader = residents.student("Asha Kulkarni").online();
                    LiveClient author = residents.student("Ravi Menon").online()) {
                for (String text : evening()) {
                    author.say(1, text);
                    reader.awaitSaid(1, text);
                }
                return reader.frames().stream()
                        .filter(frame -> frame.getString("type").equals("events"))
                        .map(frame -> frame.toString().getBytes(StandardCharsets.UTF_8))
                        .toList();
            }
        }
    }

    private static List<String> evening() throws IOException {
        try (InputStream in = DeflateScenario.class.getResourceAsStream("/demo/evening.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.indexOf('|') > 0)
                    .map(line -> line.substring(line.indexOf('|') + 1).strip())
                    .distinct()
                    .toList();
        }
    }

    private static void measure(Report report, String way, List<byte[]> frames, boolean remember) throws IOException {
        byte[] out = new byte[64 * 1024];
        long bytes = 0;
        long nanos = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Deflater deflater = new Deflater(6, true);
            bytes = 0;
            long start = System.nanoTime();
            for (byte[] frame : frames) {
                if (!remember) {
                    deflater.reset();
                }
                deflater.setInput(frame);
                // Without the four bytes 00 00 ff ff, which are not sent.
                bytes += deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH) - 4;
            }
            // The first half warms up.
            if (round >= ROUNDS / 2) {
                nanos += System.nanoTime() - start;
            }
            deflater.end();
        }
        add(report, way, frames.size(), bytes, nanos / 1e3 / (ROUNDS / 2) / frames.size());
    }

    private static void add(Report report, String way, int frames, long bytes, double microseconds) throws IOException {
        report.add(new ReportRow()
                .with("compressed", way)
                .figure("frames", frames)
                .figure("payload bytes each", (double) bytes / frames)
                .figure("on the line each", (double) bytes / frames + HEADERS)
                .figure("us each", microseconds));
    }
}
