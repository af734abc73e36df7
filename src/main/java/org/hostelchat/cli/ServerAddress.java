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
 * The server's address.
 *
 * @param base http or https, a host, an optional port and path, without a slash at the end
 * @param origin where the address was found, for messages: "from --url"
 */
record ServerAddress(URI base, String origin) {
    private static final String USUAL = "http://localhost:8080";

    private static final int PROBE_MILLIS = 5_000;

    /** The address of a server that was started without a configured address. */
    static ServerAddress usual() {
        return of(USUAL, CliWords.text("origin.usual"));
    }

    /** @throws Failure wrong use, if the text is not a server's address */
    static ServerAddress of(String url, String origin) {
        try {
            URI uri = new URI(url.strip().replaceAll("/+$", ""));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && isBare(uri)) {
                return new ServerAddress(uri, origin);
            }
        } catch (URISyntaxException e) {
            // reported below
        }
        throw Failure.wrongUse(CliWords.text("server.no-address", "url", url, "origin", origin, "usual", USUAL));
    }

    private static boolean isBare(URI uri) {
        return uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getPort() <= 65_535;
    }

    /** The URI of an encoded path below this address. */
    URI at(String path) {
        return URI.create(base + path);
    }

    /**
     * Whether the host resolves to this machine.
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

    /**
     * Checks that something accepts connections.
     *
     * @throws Failure unreachable, if nothing does
     */
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
