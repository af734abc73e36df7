package org.hostelchat.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.hostelchat.principal.Role;
import org.junit.jupiter.api.Test;

/** Leases expire by themselves; the board uses the real clock, so the tests date leases back. */
class PresenceBoardTest {

    /** More than a slow test takes between dating a lease and looking at the board. */
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private static final Presence ASHA = new Presence(7, "Asha", Role.STUDENT);
    private static final Presence RAVI = new Presence(8, "Ravi", Role.STUDENT);

    private final PresenceBoard board = new PresenceBoard();

    private static long ago(Duration time) {
        return System.nanoTime() - time.toNanos();
    }

    @Test
    void aLeaseThatIsNotRenewedRunsOut() {
        board.renew("phone", ASHA, ago(PresenceBoard.LEASE.plusMillis(1)));
        board.renew("desk", RAVI, ago(PresenceBoard.LEASE.minus(A_WHILE)));
        assertEquals(List.of(RAVI), board.here());
        assertEquals(1, board.count());
    }

    @Test
    void aRenewalKeepsWhoeverShowsLife() {
        board.renew("phone", ASHA, ago(PresenceBoard.LEASE.plus(A_WHILE)));
        board.renew("phone", ASHA, ago(A_WHILE));
        assertEquals(List.of(ASHA), board.here());
    }

    @Test
    void ofTwoDevicesTheOneThatFallsSilentTakesNobodyAway() {
        board.renew("phone", ASHA, ago(PresenceBoard.LEASE.plus(A_WHILE)));
        board.renew("desk", ASHA, ago(Duration.ZERO));
        assertEquals(List.of(ASHA), board.here());
        board.end("desk", ASHA.id());
        assertEquals(List.of(), board.here(), "the silent one's lease was gone already");
    }

    @Test
    void twoDevicesAreOnePersonWhoLeavesWithTheLast() {
        board.renew("phone", ASHA, ago(Duration.ZERO));
        board.renew("desk", ASHA, ago(Duration.ZERO));
        board.renew("desk of Ravi", RAVI, ago(Duration.ZERO));
        assertEquals(List.of(ASHA, RAVI), board.here());
        assertEquals(2, board.count());

        board.end("phone", ASHA.id());
        board.end("phone", ASHA.id());
        assertEquals(List.of(ASHA, RAVI), board.here());
        board.end("desk", ASHA.id());
        assertEquals(List.of(RAVI), board.here());
        assertEquals(1, board.count());
    }
}
