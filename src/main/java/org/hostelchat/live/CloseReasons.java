package org.hostelchat.live;

import java.time.Duration;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** The refusals that the server gives as the reason when it closes a connection, in its language: {@link Connection#bye}. */
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

    static Refusal noHello() {
        return new Refusal.NotAllowed("hello-missing", Phrase.of("live.hello-missing"));
    }

    static Refusal greetedBefore() {
        return new Refusal.NotAllowed("hello-repeated", Phrase.of("live.hello-repeated"));
    }

    static List<Refusal> all() {
        return List.of(stopping(), tooSlow(), signedOut(), membershipUnknown(), tooMany(), noHello(), greetedBefore());
    }
}
