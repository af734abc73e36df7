package org.hostelchat.message;

import java.util.UUID;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.text.PlainText;

/** What somebody wants to happen in a room, checked as far as that is possible without the database. */
public sealed interface MessageDraft {

    /** The most Unicode code points of a message. */
    int LONGEST_BODY = 4_000;

    Caller author();

    long room();

    /** Whether it counts when a person writes too fast. */
    default boolean isLimited() {
        return true;
    }

    /**
     * Something new to say.
     *
     * @param clientId minted by the client and repeated until it gets an answer
     */
    record Post(Caller author, long room, UUID clientId, String body) implements MessageDraft {
        public Post {
            author.requireAccount();
            if (clientId == null) {
                throw new Refusal.Unacceptable("client-id-missing", "clientId", "A post needs a UUID of its own.");
            }
            body = PlainText.check("body", body, LONGEST_BODY);
        }
    }

    /** Other words for something said before, by its author. */
    record Edit(Caller author, long room, long target, String body) implements MessageDraft {
        public Edit {
            author.requireAccount();
            body = PlainText.check("body", body, LONGEST_BODY);
        }
    }

    /** Takes back something said before: by its author, or by an admin in any room. */
    record Delete(Caller author, long room, long target) implements MessageDraft {

        /** An admin clears away what others wrote. */
        @Override
        public boolean isLimited() {
            return !author.isAdmin();
        }
    }
}
