package org.hostelchat.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Has the JDK's own tool ask a running JVM. */
public final class Jcmd {

    private Jcmd() {}

    /** The answer as it stands, whether it is one or a complaint. */
    public static String ask(long pid, String command) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What a full collection leaves of the heap, class by class. */
    public static String histogram(long pid) throws IOException {
        return ask(pid, "GC.class_histogram");
    }
}
