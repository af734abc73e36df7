package org.hostelchat.refusal;

import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;

/**
 * What is wrong with one field of an input.
 *
 * @param field the field's name as the client sent it
 * @param phrase what to do about it, for people
 */
public record Violation(String field, Phrase phrase) {

    /** With words that are in the reader's language already. */
    public Violation(String field, String message) {
        this(field, Phrase.literal(message));
    }

    /** What to do about it, in English unless it is in the reader's language already. */
    public String message() {
        return phrase.toString();
    }

    Violation in(Language language) {
        return new Violation(field, phrase.in(language));
    }
}
