package org.hostelchat.message;

import java.util.List;
import java.util.UUID;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.text.PlainText;

/** A requested change in a room, checked as far as possible without the database. */
public sealed interface MessageDraft {

    /** The most code points of a message. */
    int LONGEST_BODY = 4_000;

    Caller author();

    long room();

    /** Whether it counts towards the author's flood limit. */
    default boolean isLimited() {
        return true;
    }

    /**
     * A new message.
     *
     * @param clientId chosen by the client, which repeats it until it gets an answer
     * @param references checked when the post is stored: whether the mentioned people are in the room and the
     *     replied-to post exists
     */
    record Post(Caller author, long room, UUID clientId, String body, References references) implements MessageDraft {

        /** A post without references. */
        public Post(Caller author, long room, UUID clientId, String body) {
            this(author, room, clientId, body, References.NONE);
        }

        public Post {
            author.requireAccount();
            if (clientId == null) {
                throw new Refusal.Unacceptable("client-id-missing", "clientId", Phrase.of("message.client-id-missing"));
            }
            body = isEmpty(body) && !references.files().isEmpty() ? "" : PlainText.check("body", body, LONGEST_BODY);
        }

        /** What carries files needs no words. */
        private static boolean isEmpty(String body) {
            return body != null && body.isBlank();
        }
    }

    /** A new text for a post, by its author. */
    record Edit(Caller author, long room, long target, String body) implements MessageDraft {
        public Edit {
            author.requireAccount();
            body = PlainText.check("body", body, LONGEST_BODY);
        }
    }

    /** Deletes a post: by its author, or by an official. */
    record Delete(Caller author, long room, long target) implements MessageDraft {

        /** Officials' deletions are not limited: they may have to clear many messages. */
        @Override
        public boolean isLimited() {
            return !author.isAdmin();
        }
    }

    /** A reaction or pin to set or remove. Does nothing if the state is already as requested. */
    sealed interface Mark extends MessageDraft {

        long target();

        /** Whether to set or to remove it. */
        boolean on();
    }

    /** The author's reaction to a post. */
    record React(Caller author, long room, long target, String emoji, boolean on) implements Mark {

        /** @throws Refusal.Unacceptable unless the text is exactly one emoji */
        public React {
            author.requireAccount();
            emoji = Emoji.of(emoji);
        }
    }

    /** Pins a post for everybody in the room, or unpins it. */
    record Pin(Caller author, long room, long target, boolean on) implements Mark {
        public Pin {
            author.requireAccount();
        }
    }

    /**
     * Messages of another program, which are stored together or not at all; those that are there already are passed over.
     *
     * @param author who imports them: the operator
     */
    record Import(Caller author, long room, List<ImportedLine> lines) implements MessageDraft {

        /** The most lines, for which everybody else's posts wait. */
        public static final int MOST = 500;

        public Import {
            lines = List.copyOf(lines);
            if (!author.isOperator() || lines.size() > MOST) throw new IllegalArgumentException("no import");
        }

        @Override
        public boolean isLimited() {
            return false;
        }
    }
}
