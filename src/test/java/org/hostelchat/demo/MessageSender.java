package org.hostelchat.demo;

/** Posts a message in a room; returns when the server has stored it. */
@FunctionalInterface
interface MessageSender {
    void say(long room, String body);
}
