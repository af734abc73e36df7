package org.hostelchat.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs the JDK's jcmd against a JVM. */
public final class Jcmd {

    private Jcmd() {}

    /** The output, whether it is an answer or an error. */
    public static String ask(long pid, String command) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The heap histogram after a full collection. */
    public static String histogram(long pid) throws IOException {
        return ask(pid, "GC.class_histogram");
    }
}
