package org.hostelchat.listener;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.threadpool.GrizzlyExecutorService;

/**
 * Installs this package's filters in the filter chains of the server's HTTP listeners. Connections that are already
 * open keep their old chain.
 *
 * <p>The server's list of listeners is read by reflection, because no API offers it.
 */
public final class ListenerGuard {

    private static final System.Logger LOG = System.getLogger(ListenerGuard.class.getName());

    private static final int MOST_CONNECTIONS = 4_096;
    private static final int SOCKET_THREADS = 200;
    private static final int ABOVE_TRANSPORT = 1;

    private final List<Connections> watched = new ArrayList<>();
    private final List<Runnable> undo = new ArrayList<>();

    private ListenerGuard() {}

    /** Guards all listeners that exist now; a listener of an unknown type is left alone and logged. */
    public static ListenerGuard install(ListenerSettings settings) {
        var guard = new ListenerGuard();
        try {
            for (var transport : transports()) guard.guard(transport, settings);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Not the server that we know: slow and broken requests are not kept from its threads",
                    e);
        }
        return guard;
    }

    private static List<TCPNIOTransport> transports() throws ReflectiveOperationException {
        var service = Class.forName("org.glassfish.internal.api.Globals")
                .getMethod("get", Class.class)
                .invoke(null, Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService"));
        var proxies = service.getClass().getDeclaredField("proxies");
        proxies.setAccessible(true);
        var found = new ArrayList<TCPNIOTransport>();
        for (var proxy : (Collection<?>) proxies.get(service)) {
            var listener = proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
            var transport = listener.getClass().getMethod("getTransport").invoke(listener);
            if (transport instanceof TCPNIOTransport tcp) found.add(tcp);
        }
        return found;
    }

    private void guard(TCPNIOTransport transport, ListenerSettings settings) {
        if (!(transport.getProcessor() instanceof FilterChain chain)) return;
        var codec = chain.stream()
                .filter(HttpServerFilter.class::isInstance)
                .map(HttpServerFilter.class::cast)
                .findFirst()
                .orElse(null);
        if (codec == null || !(transport.getWorkerThreadPool() instanceof GrizzlyExecutorService pool)) return;
        var headers = new AnswerHeaders(settings.headers());
        var connections = new Connections(MOST_CONNECTIONS);
        var limit = new RequestLimit(pool.getConfiguration().getMaxPoolSize());
        readStrictly(codec, headers);
        transport.setProcessor(FilterChainBuilder.stateless()
                .addAll(new ArrayList<>(chain))
                .add(
                        chain.indexOf(codec) + 1,
                        new RequestBuffering(connections, limit, new RefusedAnswer(headers), settings))
                .add(ABOVE_TRANSPORT, new ConnectionWatch(connections))
                .build());
        keepThreadsForSockets(transport, pool);
        watched.add(connections);
        undo.add(() -> transport.setProcessor(chain));
    }

    private static void readStrictly(HttpServerFilter codec, AnswerHeaders headers) {
        codec.getMonitoringConfig().addProbes(headers);
        // A body of GET or DELETE has no meaning, but some clients send an empty JSON object; the codec alone would
        // answer 400 without a word. It is received like any other, and ignored.
        codec.setAllowPayloadForUndefinedHttpMethods(true);
        for (var encoding : codec.getTransferEncodings()) {
            if (!encoding.getClass().getSimpleName().equals("ChunkedTransferEncoding")) continue;
            codec.removeTransferEncoding(encoding);
            codec.addTransferEncoding(new StrictChunks(encoding));
        }
        for (ContentEncoding encoding : codec.getContentEncodings()) {
            codec.removeContentEncoding(encoding);
            codec.addContentEncoding(new PlainBodies(encoding));
        }
    }

    private void keepThreadsForSockets(TCPNIOTransport transport, GrizzlyExecutorService pool) {
        var before = transport.getIOStrategy();
        // The copy gets the queue of the pool in use: two pools on one queue lose tasks, as each wakes its own threads
        // only.
        var threads = GrizzlyExecutorService.createInstance(pool.getConfiguration()
                .copy()
                .setQueue(null)
                .setPoolName("hostel-sockets")
                .setMaxPoolSize(SOCKET_THREADS));
        transport.setIOStrategy(new SocketThreads(threads));
        undo.add(() -> {
            transport.setIOStrategy(before);
            threads.shutdownNow();
        });
    }

    /** Closes connections whose requests take too long to arrive. To be called about once a second. */
    public void sweep() {
        watched.forEach(Connections::sweep);
    }

    /** Restores the server's filter chains for new connections. */
    public void remove() {
        undo.forEach(Runnable::run);
        undo.clear();
    }
}
