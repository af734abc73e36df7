package org.hostelchat.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy for all protocols that a JVM knows, so that every request of a server to another host is sent here. Answers
 * nothing, and records the requests.
 */
public final class OutboundRequestRecorder implements AutoCloseable {

    private final ServerSocket ear;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public OutboundRequestRecorder() {
        try {
            ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Thread listening = new Thread(this::listen, "eavesdropper");
        listening.setDaemon(true);
        listening.start();
    }

    /** The JVM flags that set this proxy. */
    public String jvmFlags() {
        StringBuilder flags = new StringBuilder();
        for (String proxy : List.of("http.proxy", "https.proxy", "ftp.proxy", "socksProxy")) {
            flags.append(" -D").append(proxy).append("Host=127.0.0.1");
            flags.append(" -D").append(proxy).append("Port=").append(ear.getLocalPort());
        }
        return flags.toString();
    }

    /** The first bytes of all requests. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        try {
            ear.close();
        } catch (IOException ignored) {
            // The server socket was closed.
        }
    }

    private void listen() {
        while (!ear.isClosed()) {
            try (Socket caller = ear.accept()) {
                caller.setSoTimeout(2_000);
                byte[] start = caller.getInputStream().readNBytes(60);
                heard.add(new String(start, StandardCharsets.ISO_8859_1));
            } catch (IOException silent) {
                if (!ear.isClosed()) {
                    heard.add("a connection that said nothing");
                }
            }
        }
    }
}
