package org.hostelchat.live;

import java.util.UUID;
import org.hostelchat.refusal.Refusal;

/** A frame that can't be understood. Carries no stack trace: it is the client's fault. */
final class UnreadableFrame extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;
    private final UUID clientId;

    /** @param clientId whose post this would have been, or null if that could not be read either */
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
