package org.hostelchat.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hostelchat.launch.Options.Flag;

/**
 * The entry point, {@code java -jar hostel-chat.war [flags] [-- options of Payara Micro]}, which {@code payara/start}
 * runs.
 */
public final class Main {

    private static final int WRONG_USE = 2;

    /** With a smaller heap the server does not start, or collects garbage continuously. */
    private static final long LEAST_HEAP_MB = 160;

    private Main() {}

    public static void main(String[] words) {
        try {
            if (words.length > 0 && words[0].equals("--version")) tellVersion();
            else if (words.length > 0 && List.of("--help", "-h").contains(words[0])) tellUsage();
            else start(Options.of(List.of(words), System.getenv()));
        } catch (WrongUse e) {
            System.err.println("payara/start: " + e.getMessage());
            System.exit(WRONG_USE);
        } catch (CannotStart e) {
            StartupFailure.end(e);
        } catch (RuntimeException | Error e) {
            StartupFailure.end(CannotStart.unforeseen("The start failed: " + e));
        }
    }

    private static void tellVersion() {
        System.out.println("Hostel Chat " + Version.CURRENT + " (Java " + Runtime.version() + ")");
    }

    private static void tellUsage() {
        try (var text = Main.class.getResourceAsStream("usage.txt")) {
            System.out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Options options) {
        refuseSmallHeap(Runtime.getRuntime().maxMemory() >> 20);
        var server = PayaraMicro.find();
        var data = DataFolderCheck.open(Path.of(options.get(Flag.DATA)));
        FolderLock.takeForProcess(data);
        var listeners = Listeners.of(options);
        listeners.check();
        var grid = DataGrid.of(options);
        if (grid != null) {
            grid.check(listeners.http());
            DataGrid.prepare();
        }
        var temporary =
                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
        RunFolder.prepare(data, temporary);
        if (options.hasTls()) Keystore.open(options.get(Flag.TLS_KEYSTORE)).use();
        tellApplication(options, data);
        StartWatch.begin(StartProgress.BOOTING);
        server.run(listeners, grid, options);
        StartWatch.requireLoaded();
    }

    private static void refuseSmallHeap(long mostMb) {
        if (mostMb >= LEAST_HEAP_MB) return;
        throw new CannotStart("The heap of " + mostMb + " MB is too small: the server needs " + LEAST_HEAP_MB
                + " MB at the least, and 768 MB for a hostel. Look at -Xmx in HOSTEL_JAVA_OPTS, or at the"
                + " machine's memory.");
    }

    private static void tellApplication(Options options, Path data) {
        Map.of(
                        "hostel.data",
                        data.toString(),
                        "hostel.tls.port",
                        options.get(Flag.TLS_PORT),
                        "hostel.cluster.members",
                        options.get(Flag.MEMBERS))
                .forEach((name, value) -> {
                    if (!value.isEmpty()) System.setProperty(name, value);
                });
        // Hazelcast, the server's data grid, would otherwise send usage data to its vendor.
        System.setProperty("hazelcast.phone.home.enabled", "false");
    }
}
