package org.hostelchat.listener;

import org.hostelchat.language.Phrase;

/**
 * Why a request is refused.
 *
 * @param status of the response
 * @param slug identifies the reason for programs and the log
 * @param detail the reason for people, in the language that the request asks for
 */
record Refused(int status, String slug, Phrase detail) {

    static Refused unreadable(String slug, Phrase detail) {
        return new Refused(400, slug, detail);
    }

    static Refused tooLarge() {
        return new Refused(413, "too-large", Phrase.of("request.too-large"));
    }

    static Refused lengthNeeded() {
        return new Refused(411, "length-needed", Phrase.of("request.length-needed"));
    }

    static Refused noRoom() {
        return new Refused(507, "no-room-left", Phrase.of("attachment.disk-full"));
    }

    static Refused busy() {
        return new Refused(503, "busy", Phrase.of("request.busy"));
    }
}
