package org.hostelchat.listener;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/** The filter directly above the transport: sees every new connection and every read. */
final class ConnectionWatch extends BaseFilter {

    /**
     * A valid head of at most 8 KB never comes in this many reads; a client that sends single bytes would fill the
     * memory with a buffer object for each.
     */
    private static final int MOST_READS_FOR_A_HEAD = 256;

    private final Connections connections;

    ConnectionWatch(Connections connections) {
        this.connections = connections;
    }

    @Override
    public NextAction handleAccept(FilterChainContext ctx) {
        connections.add(IncomingRequest.of(ctx.getConnection()));
        return ctx.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext ctx) {
        var arrival = IncomingRequest.of(ctx.getConnection());
        if (arrival.stage() == IncomingRequest.Stage.REFUSED) return ctx.getStopAction();
        if (arrival.read() > MOST_READS_FOR_A_HEAD) {
            connections.end(arrival);
            return ctx.getStopAction();
        }
        return ctx.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext ctx) {
        var arrival = IncomingRequest.known(ctx.getConnection());
        if (arrival != null) {
            connections.remove(arrival);
            arrival.discardLarge();
        }
        return ctx.getInvokeAction();
    }
}
