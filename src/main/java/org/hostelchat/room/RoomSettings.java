package org.hostelchat.room;

/**
 * Limits for rooms, produced by {@code platform}.
 *
 * @param madeByStudent how many open rooms a student may have created; 0 if students may not create any
 */
public record RoomSettings(int madeByStudent) {

    /** How many rooms a person may be in, not counting direct rooms and those that hold everybody. */
    static final int MOST_ROOMS = 200;

    /**
     * How many rooms a student may create in 24 hours, including those closed since, because closed rooms remain
     * stored.
     */
    static final int MOST_MADE_A_DAY = 50;

    /**
     * How many direct rooms a student may begin in 24 hours. There is no limit for all time, because direct rooms
     * cannot be left and the limit would be reached for good.
     */
    static final int MOST_BEGUN_A_DAY = 50;
}
