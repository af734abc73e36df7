package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Removes an erased person's reactions, pins and mentions, and those on their posts, within the transaction that
 * removes the account, with all rooms locked. Uses a fixed number of statements.
 */
final class ErasedMarks {

    private static final String ON_THEIR_POSTS =
            "(room_id, target) in (select m.room_id, m.seq from messages m where m.author_id = ?1 and m.post = 1)";

    private static final List<String> STATEMENTS = List.of(
            "delete from reactions where " + ON_THEIR_POSTS,
            "delete from reactions where user_id = ?1",
            "delete from pins where " + ON_THEIR_POSTS,
            "update messages set kind = 'TOMBSTONE', target = null, emoji = null, is_on = null"
                    + " where kind in ('REACTED', 'PINNED') and target is not null and " + ON_THEIR_POSTS,
            // Removes them from the mentions of others' posts; an empty list becomes null.
            "update messages set mentions = nullif(replace(mentions, ',' || cast(?1 as text) || ',', ','), ',')"
                    + " where mentions is not null and (room_id, seq) in (select x.room_id, x.seq from mentions x where x.user_id = ?1)",
            "delete from mentions where user_id = ?1 or author_id = ?1");

    private ErasedMarks() {}

    static void takeAway(EntityManager em, long person) {
        STATEMENTS.forEach(
                sql -> em.createNativeQuery(sql).setParameter(1, person).executeUpdate());
    }
}
