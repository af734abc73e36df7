package org.hostelchat.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.support.HostelServer;

/**
 * Our server as {@code payara/start} starts it, storing messages, with real accounts; only the flood limit and the
 * limit of connections per person are raised. Its data folder is kept between runs, because signing in is expensive.
 */
final class HostelTarget implements Target {

    private final HostelServer server;
    private final Accounts accounts;

    private HostelTarget(HostelServer server, Path home) {
        this.server = server;
        this.accounts = new Accounts(server, home.resolve("accounts.tsv"));
    }

    static HostelTarget start(Options options) throws IOException {
        return start(options, Path.of("target", "bench", "stored-" + options.number("stored")));
    }

    static HostelTarget start(Options options, Path home) throws IOException {
        Path data = home.resolve("data").toAbsolutePath();
        boolean fresh = !Files.exists(data.resolve("hostel.db"));
        if (fresh && options.number("stored") > 0) {
            // The server creates the schema, people are created through it, and messages are written while it is
            // stopped.
            try (HostelTarget first = launch(options, data, home)) {
                first.people(options.number("accounts"));
            }
            StoredMessages.write(data.resolve("hostel.db"), options.number("stored"));
        }
        return launch(options, data, home);
    }

    private static HostelTarget launch(Options options, Path data, Path home) throws IOException {
        HostelServer server = HostelServer.with()
                .data(data)
                .jvm(options.text("jvm"))
                .setting("hostel.gc", options.text("gc"))
                .setting("hostel.flood.burst", 0)
                .setting("hostel.flood.rate", 0)
                .setting("hostel.live.connections-per-user", 100_000)
                .start();
        return new HostelTarget(server, home);
    }

    HostelServer server() {
        return server;
    }

    @Override
    public String name() {
        return "hostel";
    }

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public long pid() {
        return server.pid();
    }

    @Override
    public List<Credentials> people(int count) throws IOException {
        return accounts.signedIn(count);
    }

    @Override
    public void close() {
        server.close();
    }
}
