package org.hostelchat.listener;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.glassfish.grizzly.Buffer;

/**
 * A request's body in a file, from its first byte until the request is answered. Written by the thread that reads the connection; {@link #discard}
 * may be called by any thread, any number of times.
 */
final class LargeBody {

    private static final System.Logger LOG = System.getLogger(LargeBody.class.getName());

    private final Path file;
    private final Runnable whenDiscarded;
    private FileChannel channel;
    private boolean broken;
    private boolean discarded;

    private LargeBody(Path file, Runnable whenDiscarded) {
        this.file = file;
        this.whenDiscarded = whenDiscarded;
    }

    static LargeBody in(Path folder, Runnable whenDiscarded) {
        var body = new LargeBody(folder.resolve(UUID.randomUUID().toString()), whenDiscarded);
        body.open();
        return body;
    }

    private synchronized void open() {
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Writes a piece. A failure is reported by {@link #isBroken}. */
    synchronized void append(Buffer piece) {
        if (channel == null || broken) return;
        try {
            var bytes = piece.toByteBuffer();
            while (bytes.hasRemaining()) channel.write(bytes);
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        broken = true;
        LOG.log(System.Logger.Level.WARNING, "A file that is being uploaded could not be kept", e);
    }

    /** Whether a piece could not be written, because the disk is full or fails. */
    synchronized boolean isBroken() {
        return broken;
    }

    /** Returns the file, which is whole now. */
    synchronized Path complete() throws IOException {
        if (channel != null) channel.close();
        channel = null;
        return file;
    }

    /** Removes the file. */
    synchronized void discard() {
        if (discarded) return;
        discarded = true;
        try {
            if (channel != null) channel.close();
            channel = null;
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A file that was uploaded is left until the next start: " + file, e);
        } finally {
            whenDiscarded.run();
        }
    }
}
