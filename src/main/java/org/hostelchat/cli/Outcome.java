package org.hostelchat.cli;

import jakarta.json.JsonObject;

/** What became of one person in a roll. */
sealed interface Outcome {
    /** @param user with the new password */
    record Done(JsonObject user) implements Outcome {}

    /** There was nothing to do. */
    record Skipped(String words) implements Outcome {}

    record Failed(String words) implements Outcome {}

    /** They have, or may have, a new password that nobody knows. */
    record Lost(String words) implements Outcome {}
}
