package org.hostelchat.support;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port in front of several nodes, as a load balancer without sticky sessions: each connection goes to the next node
 * that takes it.
 */
public final class FrontDoor extends Relay {

    private final List<Integer> nodes;
    private final Set<Integer> leftOut = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    /** @param nodes the ports of the nodes */
    public FrontDoor(List<Integer> nodes) {
        super(nodes.get(0), "front-door");
        this.nodes = List.copyOf(nodes);
        begin();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Sends nobody to a node any more that is not ready, as a check of its health would. */
    public void leaveOut(int port) {
        leftOut.add(port);
    }

    public void takeIn(int port) {
        leftOut.remove(port);
    }

    @Override
    void connect(Socket near) throws IOException {
        var far = reachAny(near);
        start(() -> carry(near, far));
        start(() -> carry(far, near));
    }

    private Socket reachAny(Socket near) throws IOException {
        var last = new IOException("no node is ready");
        for (var tried = 0; tried < nodes.size(); tried++) {
            var node = nodes.get(Math.floorMod(next.getAndIncrement(), nodes.size()));
            if (leftOut.contains(node)) continue;
            try {
                return reach(near, node);
            } catch (IOException down) {
                last = down;
            }
        }
        throw last;
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // Either end has closed the connection.
        }
        hangUp(from, to);
    }
}
