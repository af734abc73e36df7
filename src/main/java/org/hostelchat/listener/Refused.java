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
}
