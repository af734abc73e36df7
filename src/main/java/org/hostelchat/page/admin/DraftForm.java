package org.hostelchat.page.admin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.hostelchat.language.Phrase;
import org.hostelchat.notice.NoticeDraft;
import org.hostelchat.refusal.Refusal;

/** The fields of the form for notices, as typed. */
public class DraftForm {

    private String title = "";
    private String text = "";
    private String until = "";
    private boolean acknowledge;
    private boolean askAgain;

    static DraftForm of(NoticeDraft draft) {
        var form = new DraftForm();
        form.title = draft.title();
        form.text = draft.text();
        form.until = draft.until() == null ? "" : draft.until().toString();
        form.acknowledge = draft.acknowledge();
        return form;
    }

    /** @throws Refusal.Unacceptable if the last day is not a date */
    NoticeDraft toDraft() {
        try {
            return new NoticeDraft(title, text, acknowledge, until.isBlank() ? null : LocalDate.parse(until.strip()));
        } catch (DateTimeParseException e) {
            throw new Refusal.Unacceptable("unacceptable-notice", "until", Phrase.of("page.day-form"));
        }
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title == null ? "" : title;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until == null ? "" : until;
    }

    /** Whether everybody has to acknowledge the changed notice again. Has no meaning for a new notice. */
    public boolean isAskAgain() {
        return askAgain;
    }

    public void setAskAgain(boolean askAgain) {
        this.askAgain = askAgain;
    }

    public boolean isAcknowledge() {
        return acknowledge;
    }

    public void setAcknowledge(boolean acknowledge) {
        this.acknowledge = acknowledge;
    }
}
