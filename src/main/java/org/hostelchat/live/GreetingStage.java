package org.hostelchat.live;

/** How far a line has come since it was opened. */
enum GreetingStage {
    /** It has not said hello. */
    NEW,
    /** It has, and the answer is being put together. */
    GREETING,
    GREETED
}
