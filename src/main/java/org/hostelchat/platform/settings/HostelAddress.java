package org.hostelchat.platform.settings;

import java.net.URI;
import java.net.URISyntaxException;
import org.hostelchat.launch.CannotStart;

/** Where the hostel is to be opened: the setting {@code hostel.public-address}. */
final class HostelAddress {

    private HostelAddress() {}

    /**
     * Returns the address with a slash at its end; empty if none is given.
     *
     * @throws CannotStart if it is none, or has more than scheme, host and port
     */
    static String checked(String text) {
        if (text.isEmpty()) return "";
        try {
            var address = new URI(text);
            var path = String.valueOf(address.getPath());
            var isPlain = address.getQuery() == null && address.getFragment() == null && address.getUserInfo() == null;
            if (String.valueOf(address.getScheme()).matches("https?")
                    && address.getHost() != null
                    && isPlain
                    && path.matches("/?")) return path.isEmpty() ? text + "/" : text;
        } catch (URISyntaxException e) {
            // reported below, together with other addresses
        }
        throw new CannotStart(
                "hostel.public-address: must be an address such as https://chat.hostel/, not '" + text + "'.");
    }
}
