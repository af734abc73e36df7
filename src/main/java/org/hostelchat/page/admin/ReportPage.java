package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;
import org.hostelchat.report.ReportedTalk;
import org.hostelchat.report.Reports;
import org.hostelchat.user.Mute;
import org.hostelchat.user.Register;

/** A reported message with those around it. Each time it is shown is in the record. */
@Named
@RequestScoped
public class ReportPage {

    @Inject
    private Me me;

    @Inject
    private Reports reports;

    @Inject
    private Register register;

    @Inject
    private FormOutcome outcome;

    private ReportedTalk talk;

    public void open() {
        talk = outcome.orNull(() -> reports.read(me.caller(), Parameters.number("id")));
        outcome.needed(talk);
    }

    public void settle() {
        if (outcome.attempt(() -> reports.settle(me.caller(), Parameters.number("id")))) {
            outcome.go("/admin/reports?done=report-settled");
        }
    }

    /** Whether the report waits. A form that is sent back is not asked: that would be one more look at the messages. */
    public boolean isOpen() {
        return talk == null || talk.report().isOpen();
    }

    public ReportedTalk getTalk() {
        return talk;
    }

    /** Until when and why the author is muted; null if they are not, or the account is gone. */
    public Mute getMuted() {
        var author = talk == null ? null : talk.report().author();
        return author == null
                ? null
                : register.find(me.caller(), author.enrolmentNumber()).muted(Instant.now());
    }

    /** Whether the message is gone. The text of one with only a file is empty. */
    public boolean isDeleted(ReportedTalk.Line line) {
        return line.body() == null;
    }

    /** Whether this is the reported message, and not one around it. */
    public boolean isReported(ReportedTalk.Line line) {
        return line.seq() == talk.report().seq();
    }
}
