package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.user.User;

/** The minimum time between two posts of one person in a room with slow mode. Other rooms cost no query. */
final class SlowMode {

    private SlowMode() {}

    /**
     * @param room locked, so that no other post of the author is stored meanwhile
     * @throws Refusal.TooFast with the time to wait, unless the author is an official or created the room; a post that
     *     was deleted since counts too
     */
    static void refuseTooSoon(EntityManager em, Room room, User author, Instant now) {
        if (room.slow() == 0 || author.role() == Role.ADMIN || room.isMadeBy(author.id())) return;
        List<Instant> latest = em.createQuery(
                        "select m.at from Message m where m.authorId = :author and m.position.room = :room and m.post = 1"
                                + " order by m.position.seq desc",
                        Instant.class)
                .setParameter("author", author.id())
                .setParameter("room", room.id())
                .setMaxResults(1)
                .getResultList();
        // A post in the future is from before the clock was set back: nobody has to wait until the clock reaches it.
        if (latest.isEmpty() || latest.get(0).isAfter(now)) return;
        var wait = Duration.between(now, latest.get(0).plusSeconds(room.slow()));
        if (wait.isNegative() || wait.isZero()) return;
        throw new Refusal.TooFast(
                "slow-mode",
                Phrase.of("message.slow-mode", "seconds", (long) room.slow()),
                Duration.ofSeconds(wait.toSeconds() + 1));
    }
}
