package org.hostelchat.platform.files;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** Translates failures of the disk. */
final class DiskFailures {

    private static final System.Logger LOG = System.getLogger(DiskFailures.class.getName());
    private static final Duration LATER = Duration.ofSeconds(30);

    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    private DiskFailures() {}

    /**
     * @throws Refusal.NoSpace if the disk or the operator's quota is full
     * @throws Refusal.Unavailable if it fails otherwise; the log has the reason
     */
    static <T> T translate(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            if (isFull(e)) throw new Refusal.NoSpace("no-room-left", Phrase.of("attachment.disk-full"));
            LOG.log(System.Logger.Level.WARNING, "The folder of files can''t be used: {0}", e.toString());
            throw new Refusal.Unavailable("files-unavailable", Phrase.of("attachment.unavailable"), LATER);
        }
    }

    /** Java reports the system's message and no error number. */
    private static boolean isFull(IOException e) {
        var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("quota exceeded")
                || words.contains("not enough space");
    }
}
