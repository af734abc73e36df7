package org.hostelchat.room;

/**
 * How many rooms there may be. Produced by {@code platform}.
 *
 * @param madeByStudent how many open rooms a student may have made; 0 keeps students from making any
 */
public record RoomSettings(int madeByStudent) {

    /** In so many rooms a person can be, not counting those in which others write to them. */
    static final int MOST_ROOMS = 200;
}
