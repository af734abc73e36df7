package org.hostelchat.legacy;

import org.hostelchat.language.Phrase;

/**
 * Why a row of the file's people becomes no account.
 *
 * @param id {@code pid}
 */
public record Trouble(String id, String name, Phrase why) {}
