package org.hostelchat.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

/**
 * A TCP relay in front of a server that a test can interrupt and restore. While it is cut, connections are closed at
 * once; {@link #freeze} leaves them open without passing anything on, as a dead wireless network does.
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

    /** Closes every connection, and refuses new ones. */
    public void cut() {
        cut = true;
        hangUpAll();
    }

    /** Passes nothing on any more, without closing connections. */
    public void freeze() {
        frozen = true;
    }

    /** Accepts connections again. Frozen ones continue. */
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
            // Either end has closed the connection.
        }
        hangUp(from, to);
    }
}
