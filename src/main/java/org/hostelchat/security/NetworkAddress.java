package org.hostelchat.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses addresses in headers and settings. Never performs a DNS lookup: names are rejected. */
final class NetworkAddress {

    /** IPv4, or IPv6 with or without brackets and zone; proxies may add a port and quotes. */
    private static final Pattern FORM = Pattern.compile("(?<quote>\"?)(?:"
            + "(?<v4>\\d{1,3}(?:\\.\\d{1,3}){3})(?<port4>:\\d{1,5})?"
            + "|\\[(?<bracketed>[0-9a-fA-F:.]+)(?:%[^\\]]*)?\\](?<port6>:\\d{1,5})?"
            + "|(?<v6>[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(?:%.*)?"
            + ")\\k<quote>");

    private static final int LONGEST = 100;

    private NetworkAddress() {}

    /** An address as written by a proxy, perhaps with a port; empty if it is not numeric. */
    static Optional<InetAddress> ofHop(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        var form = FORM.matcher(text.strip());
        if (!form.matches()) return Optional.empty();
        var v4 = form.group("v4");
        var v6 = form.group("bracketed") == null ? form.group("v6") : form.group("bracketed");
        try {
            // In brackets, an invalid address is rejected instead of being looked up as a name.
            return Optional.of(InetAddress.getByName(v4 == null ? '[' + v6 + ']' : v4));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** An address in a setting: without port or quotes. */
    static Optional<InetAddress> parse(String text) {
        var form = FORM.matcher(text);
        var bare = form.matches()
                && form.group("quote").isEmpty()
                && form.group("port4") == null
                && form.group("port6") == null;
        return bare ? ofHop(text) : Optional.empty();
    }
}
