package org.hostelchat.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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

    private FreePorts() {}

    /** A port on which nothing listens on any address; another one at each call. */
    public static int next() {
        for (var tries = 0; tries < RANGE; tries++) {
            var port = FIRST + fork() * RANGE + CHOSEN.incrementAndGet() % RANGE;
            if (isFree(port)) return port;
        }
        throw new AssertionError("No port is free");
    }

    /** The index, 0 or 1, of this process among those that run at the same time. */
    private static int fork() {
        return Integer.getInteger("hostel.it.fork", 0) % 2;
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
