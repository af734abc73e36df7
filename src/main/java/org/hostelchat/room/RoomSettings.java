package org.hostelchat.room;

/**
 * How many rooms there may be. Produced by {@code platform}.
 *
 * @param madeByStudent how many open rooms a student may have made; 0 keeps students from making any
 */
public record RoomSettings(int madeByStudent) {

    /** In so many rooms a person can be, not counting conversations and those that hold everybody. */
    static final int MOST_ROOMS = 200;

    /** So many rooms a student can make in 24 hours, those included that were closed since: closed ones stay stored. */
    static final int MOST_MADE_A_DAY = 50;

    /** So many conversations a student can begin in 24 hours. They can't be left, so no total would ever let anybody go on. */
    static final int MOST_BEGUN_A_DAY = 50;
}
