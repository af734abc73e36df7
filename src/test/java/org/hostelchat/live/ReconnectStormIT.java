package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.hostelchat.bench.load.ClientPool;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.bench.load.Poster;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.Test;

/**
 * Two thousand clients reconnect at the same time, each fifty numbers behind, as after a power cut: all receive
 * everything and are live again.
 */
class ReconnectStormIT {

    private static final int LINES = 2_000;
    private static final int BEHIND = 50;
    private static final int LIMIT_SECONDS = 120;

    @Test
    void everybodyIsBackWithNothingMissing() throws IOException {
        try (var server = HostelServer.with()
                .setting("hostel.flood.burst", 0)
                .setting("hostel.live.connections-per-user", 10_000)
                .start()) {
            var people = IntStream.range(0, 10)
                    .mapToObj(i -> credentials(server.residents().student("Resident " + i)))
                    .toList();
            var last = talk(server, people, 10, -1, 200);
            server.kill();
            server.restart();
            assertEquals(last + 40, talk(server, people, LINES, last - BEHIND, 40));
        }
    }

    /** So many connections come, each with this cursor, so much is said, and everybody has heard it. Answers the last number. */
    private static long talk(HostelServer server, List<Credentials> people, int size, long cursor, int posts)
            throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        try (var crowd = ClientPool.join(address, people, size, cursor, LIMIT_SECONDS)) {
            var poster = Poster.closed(crowd.first(5), crowd.posts(), 80, () -> posts);
            Pause.until(
                    "all is said",
                    java.time.Duration.ofSeconds(LIMIT_SECONDS),
                    () -> crowd.posts().posted() == posts);
            poster.close();
            assertEquals(0, crowd.settle(LIMIT_SECONDS), "deliveries that did not come");
            var tally = crowd.tally();
            assertEquals(posts, tally.acknowledged());
            assertEquals(
                    List.of(0L, 0L, 0L, 0L),
                    List.of(tally.missing(), tally.doubles(), tally.disorder(), tally.skipped()));
            assertEquals(0, crowd.closed());
            return crowd.held();
        }
    }

    private static Credentials credentials(Person person) {
        return new Credentials(
                person.enrolmentNumber(), Residents.PASSWORD, person.api().cookies());
    }
}
