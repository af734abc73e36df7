package org.hostelchat.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers under test. They are not taken by others between the choice and the start: they are below the
 * kernel's range for clients (from 32768), and test processes that run at the same time choose from ranges of their
 * own. Thread-safe.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int RANGE = 5_000;

    private static final AtomicInteger CHOSEN =
            new AtomicInteger((int) (ProcessHandle.current().pid() % RANGE));

    /** Open until the process ends, which releases the locks. */
    private static final List<FileChannel> CLAIMED = new ArrayList<>();

    private FreePorts() {}

    /** A port on which nothing listens on any address; another one at each call. */
    public static int next() {
        for (var tries = 0; tries < RANGE; tries++) {
            var port = FIRST + fork() * RANGE + CHOSEN.incrementAndGet() % RANGE;
            if (isFree(port) && claim(port)) return port;
        }
        throw new AssertionError("No port is free");
    }

    /** The index, 0 or 1, of this process among those that run at the same time. */
    private static int fork() {
        return Integer.getInteger("hostel.it.fork", 0) % 2;
    }

    /**
     * Claims a port for as long as this process runs, by a lock on a file: between being chosen and being listened on,
     * seconds pass, in which a test of another process might choose it too.
     */
    private static synchronized boolean claim(int port) {
        try {
            var folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "hostel-test-ports"));
            var file = FileChannel.open(
                    folder.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                return false;
            }
            CLAIMED.add(file);
            return true;
        } catch (IOException notPossible) {
            // The folder belongs to another account: then only chance keeps processes apart.
            return true;
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(false);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
