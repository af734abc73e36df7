package org.hostelchat.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A message of another program.
 *
 * @param clientId the same whenever the same message is imported
 * @param author its account; null if it has none
 * @param at when it was written there
 * @param body as {@code text.PlainText} gives it
 */
public record ImportedLine(UUID clientId, Long author, Instant at, String body) {}
