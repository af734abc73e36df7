package org.hostelchat.talk;

import java.util.function.Supplier;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.Pause;

/** Repeats what a busy server has put off. */
final class Patience {

    private static final int MOST = 200;

    private Patience() {}

    /**
     * Calls until the server is not too busy.
     *
     * @param call that may be repeated without doing anything twice
     */
    static ApiResponse answer(Supplier<ApiResponse> call) {
        for (var tries = 0; ; tries++) {
            var answer = call.get();
            if (tries == MOST || (answer.status() != 503 && answer.status() != 429)) return answer;
            Pause.millis(100);
        }
    }
}
