package org.hostelchat.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A loopback port in front of a server's; subclasses decide what is passed on. */
abstract class Relay implements AutoCloseable {

    private final int target;
    private final String name;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * Accepts no connections before {@link #begin}.
     *
     * @param target the server's port
     * @param name of the threads
     */
    Relay(int target, String name) {
        this.target = target;
        this.name = name;
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void begin() {
        start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            Socket near;
            try {
                near = door.accept();
            } catch (IOException closed) {
                return;
            }
            try {
                connect(near);
            } catch (IOException down) {
                shut(near);
            }
        }
    }

    /** A client has connected. If this fails, its connection is closed. */
    abstract void connect(Socket near) throws IOException;

    /** Opens a connection to the server for a client; both are open until {@link #hangUp}. */
    Socket reach(Socket near) throws IOException {
        return reach(near, target);
    }

    /** The same to a server at another port of this machine. */
    Socket reach(Socket near, int port) throws IOException {
        var far = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(near);
        open.add(far);
        return far;
    }

    void hangUp(Socket from, Socket to) {
        shut(from);
        shut(to);
        open.remove(from);
        open.remove(to);
    }

    void hangUpAll() {
        open.forEach(Relay::shut);
        open.clear();
    }

    void start(Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Closed in any case.
        }
    }

    @Override
    public void close() {
        hangUpAll();
        try {
            door.close();
        } catch (IOException ignored) {
            // Closed in any case.
        }
    }
}
