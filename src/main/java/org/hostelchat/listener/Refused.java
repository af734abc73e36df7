package org.hostelchat.listener;

/**
 * Why a request is refused.
 *
 * @param status of the response
 * @param slug identifies the reason for programs and the log
 * @param detail the reason in words for people
 */
record Refused(int status, String slug, String detail) {

    static Refused unreadable(String slug, String detail) {
        return new Refused(400, slug, detail);
    }

    static Refused tooLarge() {
        return new Refused(413, "too-large", "More was sent than the server takes at once. Nothing was stored.");
    }

    static Refused lengthNeeded() {
        return new Refused(411, "length-needed", "The length of this body has to be said before it: Content-Length.");
    }

    static Refused noRoom() {
        return new Refused(507, "no-room-left", "The server has no room for this file. Nothing was stored.");
    }

    static Refused busy() {
        return new Refused(503, "busy", "Very many people are here just now. Please try again in a few seconds.");
    }
}
