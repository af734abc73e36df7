package org.hostelchat.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A loopback port of its own before a server's: what happens between the two is the subclass's to say. */
abstract class Relay implements AutoCloseable {

    private final int target;
    private final String name;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * Nobody is let in before {@link #begin}.
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

    /** Somebody has come. If this fails, they are sent away. */
    abstract void connect(Socket near) throws IOException;

    /** A connection to the server for somebody; both are open until {@link #hangUp}. */
    Socket reach(Socket near) throws IOException {
        var far = new Socket(InetAddress.getLoopbackAddress(), target);
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
            // It is closed all the same.
        }
    }

    @Override
    public void close() {
        hangUpAll();
        try {
            door.close();
        } catch (IOException ignored) {
            // It is closed all the same.
        }
    }
}
