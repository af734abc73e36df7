package org.hostelchat.demo;

import java.util.UUID;
import org.hostelchat.support.Api;

/** Says it by the API. */
record OverHttp(Api api) implements Mouth {
    @Override
    public void say(long room, String body) {
        api.put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), Api.json("body", body))
                .expect(201);
    }
}
