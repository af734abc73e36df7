package org.hostelchat.live;

/** How far the greeting of a connection has come. */
enum GreetingStage {
    /** Hello has not been received. */
    NEW,
    /** Hello has been received and the answer is being prepared. */
    GREETING,
    GREETED
}
