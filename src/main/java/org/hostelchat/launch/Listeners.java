package org.hostelchat.launch;

import java.util.ArrayList;
import java.util.List;
import org.hostelchat.launch.Options.Flag;

/**
 * Where the server listens. With TLS, the plain HTTP port leads browsers to HTTPS and serves the command line on this machine;
 * where only one address is listened on, which is not loopback, it listens on loopback besides.
 *
 * @param http where Payara's {@code http-listener} is
 * @param outside a second one with the same protocol, or null
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

    /** @throws CannotStart if the server could not listen on one of them */
    void check() {
        http.check();
        if (outside != null) outside.check();
        if (https != null) https.check();
    }

    /** Commands for the server, before it boots. */
    List<String> commands() {
        if (outside == null) return List.of();
        return List.of("create-network-listener --address " + outside.address() + " --listenerport " + outside.port()
                + " --threadpool http-thread-pool --protocol http-listener http-outside");
    }

    /** Options of Payara Micro. */
    List<String> arguments() {
        var arguments = new ArrayList<>(List.of("--port", Integer.toString(http.port())));
        if (https != null)
            arguments.addAll(List.of("--sslport", Integer.toString(https.port()), "--sslcert", Keystore.ENTRY));
        return arguments;
    }

    /** What the server's settings refer to. */
    void tellServer() {
        System.setProperty("payara.http.address", http.address());
        System.setProperty("payara.https.address", https == null ? http.address() : https.address());
    }
}
