package org.hostelchat.demo;

import java.util.UUID;
import org.hostelchat.support.Api;

/** Posts by the API. */
record HttpSender(Api api) implements MessageSender {
    @Override
    public void say(long room, String body) {
        api.put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), Api.json("body", body))
                .expect(201);
    }
}
