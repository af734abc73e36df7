package org.hostelchat.live;

import java.util.UUID;
import org.hostelchat.refusal.Refusal;

/** A frame that cannot be decoded. Has no stack trace, because the fault is the client's. */
final class UnreadableFrame extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;
    private final UUID clientId;

    /** @param clientId the id of the post that this would have been, or null if that could not be decoded either */
    UnreadableFrame(Refusal refusal, UUID clientId) {
        super(refusal.getMessage(), null, false, false);
        this.refusal = refusal;
        this.clientId = clientId;
    }

    Refusal refusal() {
        return refusal;
    }

    UUID clientId() {
        return clientId;
    }
}
