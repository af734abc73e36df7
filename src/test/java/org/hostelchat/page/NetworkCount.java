package org.hostelchat.page;

import java.util.concurrent.atomic.AtomicInteger;
import org.hostelchat.support.Screen;

/**
 * Counts the sockets that a page has opened and the pages that it has loaded since this object was created, by the
 * browser's own tools.
 */
final class NetworkCount {

    private final AtomicInteger sockets = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();

    NetworkCount(Screen screen) {
        var tools = screen.context().newCDPSession(screen.page());
        tools.on("Network.webSocketCreated", created -> sockets.incrementAndGet());
        tools.on("Network.requestWillBeSent", request -> {
            if (request.has("type") && request.get("type").getAsString().equals("Document")) pages.incrementAndGet();
        });
        tools.send("Network.enable");
    }

    @Override
    public String toString() {
        return sockets + " sockets, " + pages + " pages";
    }
}
