package org.hostelchat.platform;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.hostelchat.account.WriteTurn;

/**
 * Makes the writers of this node take turns, first come, first served. Only a courtesy: whoever does not get a turn in time
 * tries without, and the database, which has the last word, makes it wait or refuses it.
 */
@Interceptor
@WriteTurn
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class WriteTurns {

    /** Together with the database's own patience less than a second: a poster is to know by then. */
    private static final long PATIENCE_MILLIS = 300;

    private static final ReentrantLock TURN = new ReentrantLock(true);

    @AroundInvoke
    public Object inTurn(InvocationContext call) throws Exception {
        var mine = HostelSettings.current().onSqlite() && TURN.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            return call.proceed();
        } finally {
            if (mine) TURN.unlock();
        }
    }
}
