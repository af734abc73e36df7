package org.hostelchat.listener;

/**
 * Why a request is not let through.
 *
 * @param status of the answer
 * @param slug for programs and the log
 * @param detail for people
 */
record Refused(int status, String slug, String detail) {

    static Refused unreadable(String slug, String detail) {
        return new Refused(400, slug, detail);
    }
}
