package org.hostelchat.launch;

import java.util.ArrayList;
import java.util.List;
import org.hostelchat.launch.Options.Flag;

/**
 * The server's listeners. With TLS, the plain HTTP port redirects browsers to HTTPS and serves the command line on this
 * machine; if the server listens on a single address other than loopback, it listens on loopback too.
 *
 * @param http Payara's {@code http-listener}
 * @param outside a second listener with the same protocol, or null
 * @param https null without TLS
 */
record Listeners(Listener http, Listener outside, Listener https) {

    static Listeners of(Options options) {
        var address = options.get(Flag.ADDRESS);
        var http = new Listener(Flag.PORT.word(), address, options.port(Flag.PORT));
        if (!options.hasTls()) return new Listeners(http, null, null);
        var https = new Listener(Flag.TLS_PORT.word(), address, options.port(Flag.TLS_PORT));
        if (http.isEverywhere() || http.isLocalhost()) return new Listeners(http, null, https);
        return new Listeners(new Listener(Flag.PORT.word(), "127.0.0.1", http.port()), http, https);
    }

    /** @throws CannotStart if the server could not listen on one of the ports */
    void check() {
        http.check();
        if (outside != null) outside.check();
        if (https != null) https.check();
    }

    /** Administration commands to run before the server boots. */
    List<String> commands() {
        if (outside == null) return List.of();
        return List.of("create-network-listener --address " + outside.address() + " --listenerport " + outside.port()
                + " --threadpool http-thread-pool --protocol http-listener http-outside");
    }

    /** Command line options of Payara Micro. */
    List<String> arguments() {
        var arguments = new ArrayList<>(List.of("--port", Integer.toString(http.port())));
        if (https != null)
            arguments.addAll(List.of("--sslport", Integer.toString(https.port()), "--sslcert", Keystore.ENTRY));
        return arguments;
    }

    /** Sets the system properties that the server's configuration refers to. */
    void tellServer() {
        System.setProperty("payara.http.address", http.address());
        System.setProperty("payara.https.address", https == null ? http.address() : https.address());
    }
}
