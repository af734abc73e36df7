package org.hostelchat.user;

/**
 * The slips of an import.
 *
 * @param all fewer than were made once another order has replaced some, or people have been erased
 * @param pending how many of these wait for their passwords
 */
record SlipCount(long all, long pending) {

    static final SlipCount NONE = new SlipCount(0, 0);
}
