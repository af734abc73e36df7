package org.hostelchat.live;

import java.time.Duration;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** The refusals that the server gives as the reason when it closes a connection, said in its language: {@link Connection#bye}. */
final class CloseReasons {

    static final Refusal STOPPING =
            new Refusal.Unavailable("stopping", Phrase.of("live.stopping"), Duration.ofSeconds(2));
    static final Refusal TOO_SLOW =
            new Refusal.Unavailable("too-slow", Phrase.of("live.too-slow"), Duration.ofSeconds(1));
    static final Refusal SIGNED_OUT = new Refusal.NotSignedIn("signed-out", Phrase.of("live.signed-out"));
    static final Refusal MEMBERSHIP_UNKNOWN =
            new Refusal.Unavailable("try-again", Phrase.of("live.try-again"), Duration.ofSeconds(1));
    static final Refusal TOO_MANY =
            new Refusal.NotAllowed("too-many-connections", Phrase.of("live.too-many-connections"));

    /** These two only programs meet. */
    static final Refusal NO_HELLO =
            new Refusal.NotAllowed("hello-missing", "The first frame must be a hello, within ten seconds.");

    static final Refusal GREETED_BEFORE =
            new Refusal.NotAllowed("hello-repeated", "There is one hello to a connection.");

    static final List<Refusal> ALL =
            List.of(STOPPING, TOO_SLOW, SIGNED_OUT, MEMBERSHIP_UNKNOWN, TOO_MANY, NO_HELLO, GREETED_BEFORE);

    private CloseReasons() {}
}
