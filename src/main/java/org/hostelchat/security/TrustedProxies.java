package org.hostelchat.security;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The proxies whose forwarding headers are trusted: only those in the setting, because anybody can send such headers.
 */
public final class TrustedProxies {

    private record Network(InetAddress address, int bits) {

        boolean contains(InetAddress other) {
            var mine = address.getAddress();
            var theirs = other.getAddress();
            if (mine.length != theirs.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) return false;
            }
            return true;
        }
    }

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private final List<Network> networks;

    /**
     * @param setting addresses and networks such as {@code 127.0.0.1, ::1, 10.0.0.0/8}; empty for no proxy
     * @throws IllegalArgumentException if a part is neither
     */
    public TrustedProxies(String setting) {
        networks = SEPARATOR
                .splitAsStream(setting)
                .filter(part -> !part.isEmpty())
                .map(TrustedProxies::network)
                .toList();
    }

    boolean contains(String address) {
        return NetworkAddress.ofHop(address)
                .filter(parsed -> networks.stream().anyMatch(network -> network.contains(parsed)))
                .isPresent();
    }

    /**
     * The client's address: the last one in the chain that is not a trusted proxy, because the client may have forged
     * those before it.
     *
     * @param peer the address of the connection's other end
     * @param forwardedFor the values of {@code X-Forwarded-For}; each proxy may have added a header
     */
    public String client(String peer, List<String> forwardedFor) {
        if (!contains(peer)) return peer;
        var hops = String.join(",", forwardedFor).split(",", -1);
        for (var i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (hop.isEmpty() || (i > 0 && contains(hop))) continue;
            return NetworkAddress.ofHop(hop).map(InetAddress::getHostAddress).orElse(peer);
        }
        return peer;
    }

    private static Network network(String text) {
        var slash = text.indexOf('/');
        var address = NetworkAddress.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not an address or a network"));
        var length = address.getAddress().length * 8;
        try {
            var bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
            if (bits >= 0 && bits <= length) return new Network(address, bits);
        } catch (NumberFormatException e) {
            // rejected below
        }
        throw new IllegalArgumentException("'" + text + "' is not a network: a prefix length must follow the slash");
    }
}
