package org.hostelchat.live;

import java.time.Duration;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** The refusals that the server gives as the reason when it closes a connection, said in its language: {@link Connection#bye}. */
final class CloseReasons {

    private CloseReasons() {}

    static Refusal stopping() {
        return new Refusal.Unavailable("stopping", Phrase.of("live.stopping"), Duration.ofSeconds(2));
    }

    static Refusal tooSlow() {
        return new Refusal.Unavailable("too-slow", Phrase.of("live.too-slow"), Duration.ofSeconds(1));
    }

    static Refusal signedOut() {
        return new Refusal.NotSignedIn("signed-out", Phrase.of("live.signed-out"));
    }

    static Refusal membershipUnknown() {
        return new Refusal.Unavailable("try-again", Phrase.of("live.try-again"), Duration.ofSeconds(1));
    }

    static Refusal tooMany() {
        return new Refusal.NotAllowed("too-many-connections", Phrase.of("live.too-many-connections"));
    }

    /** In English, since only programs meet it. */
    static Refusal noHello() {
        return new Refusal.NotAllowed("hello-missing", "The first frame must be a hello, within ten seconds.");
    }

    /** In English, since only programs meet it. */
    static Refusal greetedBefore() {
        return new Refusal.NotAllowed("hello-repeated", "There is one hello to a connection.");
    }

    /** Those that people meet. */
    static List<Refusal> ofPeople() {
        return List.of(stopping(), tooSlow(), signedOut(), membershipUnknown(), tooMany());
    }
}
