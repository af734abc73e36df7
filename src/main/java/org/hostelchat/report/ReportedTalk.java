package org.hostelchat.report;

import java.time.Instant;
import java.util.List;
import org.hostelchat.attachment.AttachedFile;

/**
 * A reported message with those around it, in their present form.
 *
 * @param messages ascending: at most five before the reported one, itself, and at most five after it
 */
public record ReportedTalk(Report report, List<Line> messages) {

    /**
     * One message.
     *
     * @param by null if the account is gone
     * @param body null if it was deleted, empty if it has only files
     * @param files attached to it; none if it was deleted
     * @param editedAt null if it was not edited
     */
    public record Line(
            long seq, Report.Person by, Instant at, String body, List<AttachedFile> files, Instant editedAt) {}
}
