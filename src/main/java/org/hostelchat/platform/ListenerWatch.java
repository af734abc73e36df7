package org.hostelchat.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Finds out, by connecting, whether a listener that is being restarted ends up open or closed. */
final class ListenerWatch {

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PAUSE_MILLIS = 20;

    private final InetSocketAddress address;

    private ListenerWatch(InetSocketAddress address) {
        this.address = address;
    }

    /** @param address as configured: an address of this machine, or a name or wildcard for all of them */
    static ListenerWatch at(String address, String port) {
        return new ListenerWatch(new InetSocketAddress(reachable(address), Integer.parseInt(port)));
    }

    /** The address at which a listener on this machine can be reached. */
    static InetAddress reachable(String address) {
        try {
            var named = InetAddress.getByName(address);
            return named.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : named;
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    /**
     * Waits until the port has been open, or closed, for a second without interruption; a port that keeps changing
     * counts as closed.
     */
    boolean settlesOpen() {
        var begin = System.nanoTime();
        var open = isOpen();
        var since = begin;
        while (System.nanoTime() - since < REST.toNanos()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos() || !pause()) return false;
            if (isOpen() == open) continue;
            open = !open;
            since = System.nanoTime();
        }
        return open;
    }

    private boolean isOpen() {
        try (var socket = new Socket()) {
            socket.connect(address, (int) REST.toMillis());
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
