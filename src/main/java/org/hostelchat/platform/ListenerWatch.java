package org.hostelchat.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Looks from outside whether a listener that is being restarted comes to rest, and how. */
final class ListenerWatch {

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PAUSE_MILLIS = 20;

    private final InetSocketAddress address;

    private ListenerWatch(InetSocketAddress address) {
        this.address = address;
    }

    /** @param address as configured: of this machine, all of them, or a word that stands for one */
    static ListenerWatch at(String address, String port) {
        return new ListenerWatch(new InetSocketAddress(reachable(address), Integer.parseInt(port)));
    }

    /** Where this machine reaches what listens there. */
    static InetAddress reachable(String address) {
        try {
            var named = InetAddress.getByName(address);
            return named.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : named;
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    /** Waits until it has been open, or closed, for a second without a break; what never rests is taken to be closed. */
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
