package org.hostelchat.demo;

/** A way to say something in a room; returns when the server has stored it. */
@FunctionalInterface
interface MessageSender {
    void say(long room, String body);
}
