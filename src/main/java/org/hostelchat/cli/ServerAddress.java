package org.hostelchat.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/**
 * Where the server is.
 *
 * @param base http or https, a host, perhaps a port and a path, without a slash at the end
 * @param origin where it was found, for people who wonder: "from --url"
 */
record ServerAddress(URI base, String origin) {
    private static final String USUAL = "http://localhost:8080";

    private static final int PROBE_MILLIS = 5_000;

    /** Where a server listens that was started without a word about it. */
    static ServerAddress usual() {
        return of(USUAL, "the usual address");
    }

    /** @throws Failure wrong use, if this is no address of a server */
    static ServerAddress of(String url, String origin) {
        try {
            URI uri = new URI(url.strip().replaceAll("/+$", ""));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && isBare(uri)) {
                return new ServerAddress(uri, origin);
            }
        } catch (URISyntaxException e) {
            // told below, in words
        }
        throw Failure.wrongUse(
                "'" + url + "' (" + origin + ") is not a server's address; it looks like " + USUAL + ".");
    }

    private static boolean isBare(URI uri) {
        return uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getPort() <= 65_535;
    }

    /** A path below this address, already encoded. */
    URI at(String path) {
        return URI.create(base + path);
    }

    /**
     * Whether the host is this machine, whatever its name resolves to.
     *
     * @throws Failure unreachable, if there is no such host
     */
    boolean isLoopback() {
        try {
            return Stream.of(InetAddress.getAllByName(base.getHost())).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            throw Failure.unreachable("There is no host named " + base.getHost() + " on this network: " + base + " ("
                    + origin + ").\nAnother address: --url URL.");
        }
    }

    /** @throws Failure unreachable, if nothing listens there */
    void probe() {
        int port = base.getPort() >= 0 ? base.getPort() : "https".equalsIgnoreCase(base.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), port), PROBE_MILLIS);
        } catch (IOException e) {
            throw notReachable();
        }
    }

    Failure notReachable() {
        return Failure.unreachable("Nothing answers at " + base + " (" + origin
                + ").\nIs the server running? Another address: --url URL.");
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
