package org.hostelchat.bench.bare;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Schedules nothing: otherwise the container would set a timer for every frame. */
final class NoTimer extends ScheduledThreadPoolExecutor {

    NoTimer() {
        super(0);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return null;
    }
}
