package org.hostelchat.listener;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.glassfish.grizzly.Buffer;

/**
 * A request's body in a file, from its first byte until the request is answered. Written by the thread that reads the connection; {@link #discard}
 * may be called by any thread, any number of times.
 */
final class LargeBody {

    private static final System.Logger LOG = System.getLogger(LargeBody.class.getName());

    private final Runnable whenDiscarded;
    private Path file;
    private FileChannel channel;
    private boolean broken;
    private boolean discarded;

    private LargeBody(Runnable whenDiscarded) {
        this.whenDiscarded = whenDiscarded;
    }

    static LargeBody in(Path folder, Runnable whenDiscarded) {
        var body = new LargeBody(whenDiscarded);
        body.open(folder);
        return body;
    }

    private synchronized void open(Path folder) {
        try {
            // Temporary files can be read by this account alone.
            file = Files.createTempFile(folder, "body-", null);
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
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
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A file that was uploaded is left until the next start: " + file, e);
        } finally {
            whenDiscarded.run();
        }
    }
}
