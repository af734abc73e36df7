package org.hostelchat.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * An address and a port on which the server listens.
 *
 * @param flag the flag that sets the port, for error messages
 */
record Listener(String flag, String address, int port) {

    /**
     * Binds the port for a moment.
     *
     * @throws CannotStart if the server could not listen there
     */
    void check() {
        try (var socket = new ServerSocket()) {
            // As the server does: connections of an earlier process in TIME_WAIT are no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(resolved(), port));
        } catch (BindException e) {
            throw refusal(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw refusal(e.toString());
        }
    }

    /** Whether the address stands for all addresses of this machine. */
    boolean isEverywhere() {
        return resolved().isAnyLocalAddress();
    }

    /** Whether a client on this machine reaches it as {@code localhost}. */
    boolean isLocalhost() {
        return resolved().equals(InetAddress.getLoopbackAddress());
    }

    private InetAddress resolved() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new CannotStart("--address: there is no address '" + address + "'.");
        }
    }

    private CannotStart refusal(String reason) {
        var lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("permission") || lower.contains("access")) {
            return new CannotStart(flag + ": port " + port + " is not open to this account (" + reason
                    + "). Ports below 1024 need CAP_NET_BIND_SERVICE: see docs/operations.md, or take a higher one.");
        }
        if (lower.contains("assign") || lower.contains("not available")) {
            return CannotStart.forNow(
                    "--address: this machine does not have the address " + address + " (" + reason + ").");
        }
        return CannotStart.forNow(flag + ": port " + port + " of " + address + " is in use (" + reason
                + "). Stop the server that has it, or take another port.");
    }
}
