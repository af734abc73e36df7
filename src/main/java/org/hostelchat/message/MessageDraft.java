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
     * @param references who of those mentioned is in the room, and whether the answered post is there, shows when it is stored
     */
    record Post(Caller author, long room, UUID clientId, String body, References references) implements MessageDraft {

        /** One that refers to nothing. */
        public Post(Caller author, long room, UUID clientId, String body) {
            this(author, room, clientId, body, References.NONE);
        }

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

    /** A mark on something said before, to be set or taken away; what is so already changes nothing. */
    sealed interface Mark extends MessageDraft {

        long target();

        /** Whether it is to be set. */
        boolean on();
    }

    /** One's own reaction to something said before. */
    record React(Caller author, long room, long target, String emoji, boolean on) implements Mark {

        /** @throws Refusal.Unacceptable if that is not one emoji */
        public React {
            author.requireAccount();
            emoji = Emoji.of(emoji);
        }
    }

    /** Pins something said before for everybody in the room, or takes it off. */
    record Pin(Caller author, long room, long target, boolean on) implements Mark {
        public Pin {
            author.requireAccount();
        }
    }
}
