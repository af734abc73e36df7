package org.hostelchat.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.hostelchat.cli.text.CliWords;

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
        return of(USUAL, CliWords.text("origin.usual"));
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
        throw Failure.wrongUse(CliWords.text("server.no-address", "url", url, "origin", origin, "usual", USUAL));
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
            throw Failure.unreachable(
                    CliWords.text("server.no-host", "host", base.getHost(), "address", base, "origin", origin));
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
        return Failure.unreachable(CliWords.text("server.nothing-answers", "address", base, "origin", origin));
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
