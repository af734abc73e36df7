package org.hostelchat.listener;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/** Right above the transport: knows of every connection, and of every byte that comes. */
final class ConnectionWatch extends BaseFilter {

    /** No head of 8 KB comes in so many pieces, but one that is to fill the memory with the pieces' wrappings. */
    private static final int MOST_READS_FOR_A_HEAD = 256;

    private final Connections connections;

    ConnectionWatch(Connections connections) {
        this.connections = connections;
    }

    @Override
    public NextAction handleAccept(FilterChainContext ctx) {
        connections.add(Arrival.of(ctx.getConnection()));
        return ctx.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext ctx) {
        var arrival = Arrival.of(ctx.getConnection());
        if (arrival.stage() == Arrival.Stage.REFUSED) return ctx.getStopAction();
        if (arrival.read() > MOST_READS_FOR_A_HEAD) {
            connections.end(arrival);
            return ctx.getStopAction();
        }
        return ctx.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext ctx) {
        var arrival = Arrival.known(ctx.getConnection());
        if (arrival != null) connections.remove(arrival);
        return ctx.getInvokeAction();
    }
}
