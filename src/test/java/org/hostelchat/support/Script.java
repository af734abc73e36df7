package org.hostelchat.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one of the project's scripts, as from a shell without any of the caller's settings. */
public final class Script {
    private static final int SECONDS = 300;

    private final Path script;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path folder = BuildOutput.root();
    private String input = "";

    public Script(Path script) {
        this.script = script;
    }

    /** {@code payara/hostel}. */
    public static Script hostel() {
        return new Script(BuildOutput.root().resolve("payara").resolve("hostel"));
    }

    public Script with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    /** The working directory; the project's folder by default. */
    public Script in(Path elsewhere) {
        folder = elsewhere;
        return this;
    }

    /** The standard input; empty by default. */
    public Script input(String text) {
        input = text;
        return this;
    }

    /** Runs it and waits for its end. */
    public Ended run(String... words) {
        return start(words).end();
    }

    public Running start(String... words) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOSTEL_") || name.startsWith("LC_"));
        builder.environment().put("LANG", "C");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            // Files rather than pipes, which would have to be read concurrently.
            Path out = Files.createTempFile("script", ".out");
            Path err = Files.createTempFile("script", ".err");
            Path in = Files.writeString(Files.createTempFile("script", ".in"), input);
            Process process = builder.redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Running(process, in, out, err);
        } catch (IOException e) {
            throw new AssertionError(command + " could not be started", e);
        }
    }

    /** A running call. */
    public record Running(Process process, Path in, Path out, Path err) {

        public Ended end() {
            try {
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("Not done after " + SECONDS + " seconds: " + taken(out) + taken(err));
                }
                Files.delete(in);
                return new Ended(process.exitValue(), taken(out), taken(err));
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private static String taken(Path file) throws IOException {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Files.delete(file);
            return text;
        }
    }

    /**
     * The result of a call.
     *
     * @param code its exit code
     */
    public record Ended(int code, String out, String err) {

        /** Fails with the output unless it ended with this code. */
        public Ended expect(int expected) {
            if (code != expected) {
                throw new AssertionError("Ended with " + code + ", not " + expected + ": " + out + err);
            }
            return this;
        }
    }
}
