package org.hostelchat.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.hostelchat.bench.load.Credentials;

/** A server under load, in a process of its own. */
interface Target extends AutoCloseable {

    String name();

    URI url();

    long pid();

    /** People who may connect, already signed in. */
    List<Credentials> people(int count) throws IOException;

    default InetSocketAddress address() {
        return new InetSocketAddress(url().getHost(), url().getPort());
    }

    @Override
    void close();

    /** Starts the one of that name: {@code hostel} or {@code bare}. */
    static Target start(String name, Options options) throws IOException {
        return name.equals("bare") ? BareTarget.start(options) : HostelTarget.start(options);
    }
}
