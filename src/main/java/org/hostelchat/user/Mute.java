package org.hostelchat.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.hostelchat.text.PlainText;

/**
 * Until when somebody's words are refused, and why. Never modified; stored in the person's own row, so that it is erased
 * with the account.
 */
@Embeddable
public class Mute {

    /** The most code points of a reason. */
    public static final int LONGEST_WHY = 200;

    @Column(name = "muted_until")
    private Instant until;

    @Column(name = "muted_why")
    private String why;

    protected Mute() {}

    private Mute(Instant until, String why) {
        this.until = until;
        this.why = why;
    }

    /**
     * @param why null or blank for none
     * @throws org.hostelchat.refusal.Refusal.Unacceptable if the reason is not one line of text, or too long
     */
    static Mute until(Instant until, String why) {
        return new Mute(until, why == null || why.isBlank() ? null : PlainText.checkLine("why", why, LONGEST_WHY));
    }

    public Instant until() {
        return until;
    }

    /** In the office's words; null if it gave no reason. */
    public String why() {
        return why;
    }
}
