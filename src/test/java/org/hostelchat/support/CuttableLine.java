package org.hostelchat.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server that a test can break and mend: what goes in at its own loopback port comes out at the server's.
 * While it is cut, connections are refused service at once; {@link #freeze} lets them hang instead, as a dead wireless
 * network does.
 */
public final class CuttableLine implements AutoCloseable {

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean frozen;

    public CuttableLine(HostelServer server) {
        this(server.port());
    }

    public CuttableLine(int targetPort) {
        this.target = targetPort;
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Breaks every connection, and every one to come. */
    public void cut() {
        cut = true;
        open.forEach(CuttableLine::shut);
        open.clear();
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
        try {
            door.close();
        } catch (IOException ignored) {
            // It is closed all the same.
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        if (cut) {
            shut(near);
            return;
        }
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(near);
            open.add(far);
            start(() -> carry(near, far));
            start(() -> carry(far, near));
        } catch (IOException down) {
            shut(near);
        }
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
        shut(from);
        shut(to);
        open.remove(from);
        open.remove(to);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is closed all the same.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cuttable-line");
        thread.setDaemon(true);
        thread.start();
    }
}
