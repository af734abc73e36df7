package org.hostelchat.message;

import java.util.List;

/** For tests in which nobody listens. */
public final class SilentFeed implements MessageFeed {

    @Override
    public void committed(long room, List<RoomEvent> events) {}

    @Override
    public void answered() {}

    @Override
    public void changed(long room) {}
}
