package org.hostelchat.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

/**
 * A line to a server that a test can break and mend: what goes in at its own loopback port comes out at the server's.
 * While it is cut, connections are refused service at once; {@link #freeze} lets them hang instead, as a dead wireless
 * network does.
 */
public final class CuttableLine extends Relay {

    private volatile boolean cut;
    private volatile boolean frozen;

    public CuttableLine(HostelServer server) {
        this(server.port());
    }

    public CuttableLine(int targetPort) {
        super(targetPort, "cuttable-line");
        begin();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Breaks every connection, and every one to come. */
    public void cut() {
        cut = true;
        hangUpAll();
    }

    /** Nothing goes through any more, and nobody is told. */
    public void freeze() {
        frozen = true;
    }

    /** Lets connections through again. What was frozen goes on. */
    public void mend() {
        cut = false;
        frozen = false;
    }

    @Override
    public void close() {
        cut();
        super.close();
    }

    @Override
    void connect(Socket near) throws IOException {
        if (cut) {
            shut(near);
            return;
        }
        var far = reach(near);
        start(() -> carry(near, far));
        start(() -> carry(far, near));
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                while (frozen && !cut) {
                    Pause.millis(20);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException gone) {
            // Either end left.
        }
        hangUp(from, to);
    }
}
