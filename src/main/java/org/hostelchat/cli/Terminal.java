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
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.cli.text.SafeText;

/**
 * Where a command speaks: results to the output, everything else to the error stream, always in UTF-8 whatever the
 * locale says. Only {@link #complain} is for several threads.
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

    /** Not System.out, which hides that a disk is full and speaks the locale's encoding. */
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

    /** A pipe and a terminal have no position. */
    @SuppressWarnings("resource") // the channel is closed with the stream, which stays open
    private static boolean isEmptyFile(FileOutputStream out) {
        try {
            return out.getChannel().position() == 0 && out.getChannel().size() == 0;
        } catch (IOException noFile) {
            return false;
        }
    }

    /** Whether this is how a write fails whose reader, such as head, has seen enough. */
    static boolean isClosedPipe(UncheckedIOException e) {
        String reason = String.valueOf(e.getCause().getMessage());
        // The latter two as Windows says it.
        return reason.contains("Broken pipe")
                || reason.contains("pipe is being closed")
                || reason.contains("pipe has been ended");
    }

    /** Whether results go to a new file rather than to a program or to a screen. */
    boolean writesToFile() {
        return toFile.getAsBoolean();
    }

    /** The output itself, for what knows how to write to it; encodes as UTF-8. */
    Writer out() {
        return out;
    }

    boolean canAsk() {
        return prompt != null;
    }

    String ask(String question) {
        return answered(prompt.line(SafeText.oneLine(question) + " ")).strip();
    }

    /** Not echoed, and not trimmed: spaces are part of a password. */
    String askSecret(String question) {
        return answered(prompt.secret(question + " "));
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

    /** Writes as it is; what others wrote must have been made safe. Appears after {@link #flush()}. */
    void print(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of result, made safe, seen at once. */
    void say(String line) {
        print(SafeText.oneLine(line) + "\n");
        flush();
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says on the error stream, made safe line by line. Nobody can be told if that fails too. May be called by any thread. */
    synchronized void complain(String lines) {
        try {
            for (String line : lines.split("\n", -1)) {
                err.write(SafeText.oneLine(line) + "\n");
            }
            err.flush();
        } catch (IOException nobodyReads) {
            // The exit code still tells.
        }
    }
}
