package org.hostelchat.cli;

import jakarta.json.JsonObject;

/** The result for one person of a roll. */
sealed interface Outcome {
    /** @param user the server's user, with the new password */
    record Done(JsonObject user) implements Outcome {}

    /** There was nothing to do. */
    record Skipped(String words) implements Outcome {}

    record Failed(String words) implements Outcome {}

    /** They have, or may have, a new password that nobody knows. */
    record Lost(String words) implements Outcome {}
}
