package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * What hangs on an erased person's posts, and what they hung on those of others: reactions, pins and mentions, within the transaction
 * that removes the account, with all rooms locked. A fixed number of statements, whatever they wrote.
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
            // Out of the posts of others that mention them; an empty list of mentions is none.
            "update messages set mentions = nullif(replace(mentions, ',' || cast(?1 as text) || ',', ','), ',')"
                    + " where mentions is not null and (room_id, seq) in (select x.room_id, x.seq from mentions x where x.user_id = ?1)",
            "delete from mentions where user_id = ?1 or author_id = ?1");

    private ErasedMarks() {}

    static void takeAway(EntityManager em, long person) {
        STATEMENTS.forEach(
                sql -> em.createNativeQuery(sql).setParameter(1, person).executeUpdate());
    }
}
