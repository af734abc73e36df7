package org.hostelchat.live;

import java.time.Duration;
import org.hostelchat.refusal.Problem;
import org.hostelchat.refusal.Refusal;

/** The problems that the server gives as the reason when it closes a connection. */
final class CloseReasons {

    static final Problem STOPPING = new Refusal.Unavailable(
                    "stopping", "The chat is restarting. It will be back in a moment.", Duration.ofSeconds(2))
            .problem();
    static final Problem TOO_SLOW = new Refusal.Unavailable(
                    "too-slow",
                    "This connection reads too slowly. Connect again to go on where it stopped.",
                    Duration.ofSeconds(1))
            .problem();
    static final Problem SIGNED_OUT =
            new Refusal.NotSignedIn("signed-out", "You are not signed in any more. Please sign in again.").problem();
    static final Problem MEMBERSHIP_UNKNOWN = new Refusal.Unavailable(
                    "try-again", "Something went wrong here. Connect again to go on.", Duration.ofSeconds(1))
            .problem();
    static final Problem NO_HELLO =
            new Refusal.NotAllowed("hello-missing", "The first frame must be a hello, within ten seconds.").problem();
    static final Problem GREETED_BEFORE =
            new Refusal.NotAllowed("hello-repeated", "There is one hello to a connection.").problem();
    static final Problem TOO_MANY = new Refusal.NotAllowed(
                    "too-many-connections", "You have too many tabs and devices open. Close some of them.")
            .problem();

    private CloseReasons() {}
}
