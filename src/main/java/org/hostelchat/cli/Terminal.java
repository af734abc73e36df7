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

/**
 * Where a command speaks: results to the output, everything else to the error stream, always in UTF-8 whatever the
 * locale says. Not for several threads.
 */
final class Terminal {
    private final InputStream in;
    private final Writer out;
    private final Writer err;
    private final Prompt prompt;

    /** @param prompt null if there is nobody to ask */
    Terminal(InputStream in, OutputStream out, OutputStream err, Prompt prompt) {
        this.in = in;
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.err = new OutputStreamWriter(err, StandardCharsets.UTF_8);
        this.prompt = prompt;
    }

    /** Not System.out, which hides that a disk is full and speaks the locale's encoding. */
    static Terminal system() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Prompt.system());
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
            throw Failure.wrongUse("No answer; nothing was done.");
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
            throw Failure.wrongUse("The standard input is not UTF-8.");
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

    /** Says on the error stream, made safe line by line. Nobody can be told if that fails too. */
    void complain(String lines) {
        try {
            for (String line : lines.split("\n", -1)) {
                err.write(SafeText.oneLine(line) + "\n");
            }
            err.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
