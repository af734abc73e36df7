package org.hostelchat.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.cli.text.SafeText;

/**
 * The process's input and output: results go to the standard output, everything else to the error stream, always in
 * UTF-8 whatever the locale. Only {@link #complain} is thread-safe.
 */
final class Terminal {
    private final InputStream in;
    private final Writer out;
    private final Writer err;
    private final Prompt prompt;
    private final BooleanSupplier toFile;

    /**
     * @param toFile whether {@code out} is a file that is still empty
     * @param prompt null if there is nobody to ask
     */
    Terminal(InputStream in, OutputStream out, BooleanSupplier toFile, OutputStream err, Prompt prompt) {
        this.in = in;
        this.toFile = toFile;
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.err = new OutputStreamWriter(err, StandardCharsets.UTF_8);
        this.prompt = prompt;
    }

    /** Not System.out, which swallows write errors such as a full disk, and uses the locale's encoding. */
    static Terminal system() {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        Prompt prompt = Prompt.system();
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                out,
                () -> prompt == null && isEmptyFile(out),
                new FileOutputStream(FileDescriptor.err),
                prompt);
    }

    /** Pipes and terminals have no position. */
    @SuppressWarnings("resource") // closing the channel would close the stream, which stays open
    private static boolean isEmptyFile(FileOutputStream out) {
        try {
            return out.getChannel().position() == 0 && out.getChannel().size() == 0;
        } catch (IOException noFile) {
            return false;
        }
    }

    /** Whether a write failed because the reader, such as head, has closed the pipe. */
    static boolean isClosedPipe(UncheckedIOException e) {
        String reason = String.valueOf(e.getCause().getMessage());
        // The latter two are Windows' messages.
        return reason.contains("Broken pipe")
                || reason.contains("pipe is being closed")
                || reason.contains("pipe has been ended");
    }

    /** Whether the standard output is a new file rather than a program or a screen. */
    boolean writesToFile() {
        return toFile.getAsBoolean();
    }

    /** The standard output, for those who format it themselves. Encodes as UTF-8. */
    Writer out() {
        return out;
    }

    boolean canAsk() {
        return prompt != null;
    }

    String ask(String question) {
        return answered(prompt.line(safe(question) + " ")).strip();
    }

    /** Asks without echo. The answer is not trimmed, because spaces are part of a password. */
    String askSecret(String question) {
        return answered(prompt.secret(safe(question) + " "));
    }

    /**
     * Asks whether to go on.
     *
     * @throws Failure refused, if the answer is not yes
     */
    void confirm() {
        if (!ask(CliWords.text("ask.yes")).equalsIgnoreCase("yes")) {
            throw Failure.refused(CliWords.text("nothing-done"));
        }
    }

    private static String answered(String answer) {
        if (answer == null) {
            throw Failure.wrongUse(CliWords.text("ask.no-answer"));
        }
        return answer;
    }

    /** The first line of the standard input, without its line break. */
    String readLine() {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            String line = new BufferedReader(new InputStreamReader(in, decoder)).readLine();
            return line == null ? "" : line;
        } catch (CharacterCodingException e) {
            throw Failure.wrongUse(CliWords.text("input-not-utf-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the text unchanged; text of others must have been made safe for terminals before. Visible after {@link
     * #flush()}.
     */
    void print(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes lines of the result, made safe for terminals, and flushes. */
    void say(String lines) {
        print(safe(lines) + "\n");
        flush();
    }

    /** The lines, each without what could control a terminal. */
    private static String safe(String lines) {
        return lines.lines().map(SafeText::oneLine).collect(Collectors.joining("\n"));
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes lines to the error stream, made safe for terminals. Errors are ignored, because there is nowhere to report
     * them. Thread-safe.
     */
    synchronized void complain(String lines) {
        try {
            err.write(safe(lines) + "\n");
            err.flush();
        } catch (IOException nobodyReads) {
            // The exit code reports it.
        }
    }
}
