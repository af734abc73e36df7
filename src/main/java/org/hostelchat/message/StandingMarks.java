package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Columns;

/** The present reactions and pins in the database, within the writer's transaction and with the room locked. */
final class StandingMarks {

    /** The most different emoji on one message. */
    static final int MOST_EMOJI = 20;

    /** The most pins of a room. */
    static final int MOST_PINS = 100;

    private final EntityManager em;

    StandingMarks(EntityManager em) {
        this.em = em;
    }

    /**
     * Whether the draft would change anything.
     *
     * @throws Refusal.Unacceptable if the maximum is reached
     */
    boolean changesSomething(MessageDraft.Mark draft) {
        return draft instanceof MessageDraft.React react
                ? changesSomething(react)
                : changesSomething((MessageDraft.Pin) draft);
    }

    /** By the index alone, however many people have reacted: it is asked at every reaction. */
    private boolean changesSomething(MessageDraft.React draft) {
        var row = (Object[]) sql("select case when exists (select 1 from reactions where room_id = ?1 and target = ?2"
                        + " and emoji = ?3 and user_id = ?4) then 1 else 0 end,"
                        + " case when exists (select 1 from reactions where room_id = ?5 and target = ?6"
                        + " and emoji = ?7) then 1 else 0 end")
                .setParameter(1, draft.room())
                .setParameter(2, draft.target())
                .setParameter(3, draft.emoji())
                .setParameter(4, draft.author().id())
                .setParameter(5, draft.room())
                .setParameter(6, draft.target())
                .setParameter(7, draft.emoji())
                .getSingleResult();
        if ((Columns.number(row[0]) == 1) == draft.on()) return false;
        if (draft.on() && Columns.number(row[1]) == 0 && countEmoji(draft) >= MOST_EMOJI) {
            throw new Refusal.Unacceptable(
                    "too-many-reactions", "emoji", Phrase.of("message.too-many-reactions", "most", MOST_EMOJI));
        }
        return true;
    }

    /** How many different emoji stand on a message: from each to the next, not from reaction to reaction. */
    private long countEmoji(MessageDraft.React draft) {
        return Columns.number(sql("with recursive found(emoji) as ("
                        + "select min(emoji) from reactions where room_id = ?1 and target = ?2 union all"
                        + " select (select min(r.emoji) from reactions r where r.room_id = ?3 and r.target = ?4"
                        + " and r.emoji > found.emoji) from found where found.emoji is not null)"
                        + " select count(emoji) from found")
                .setParameter(1, draft.room())
                .setParameter(2, draft.target())
                .setParameter(3, draft.room())
                .setParameter(4, draft.target())
                .getSingleResult());
    }

    private boolean changesSomething(MessageDraft.Pin draft) {
        var row = (Object[]) sql("select count(*), coalesce(max(case when target = ?1 then 1 else 0 end), 0)"
                        + " from pins where room_id = ?2")
                .setParameter(1, draft.target())
                .setParameter(2, draft.room())
                .getSingleResult();
        if ((Columns.number(row[1]) == 1) == draft.on()) return false;
        if (draft.on() && Columns.number(row[0]) >= MOST_PINS) {
            throw new Refusal.Unacceptable(
                    "too-many-pins", "seq", Phrase.of("message.too-many-pins", "most", MOST_PINS));
        }
        return true;
    }

    /** @param act the stored event, with its number */
    void change(MessageDraft.Mark draft, Message act) {
        if (draft instanceof MessageDraft.React react) change(react, act);
        else change((MessageDraft.Pin) draft, act);
    }

    private void change(MessageDraft.React draft, Message act) {
        if (draft.on()) {
            sql("insert into reactions (room_id, target, emoji, user_id, seq) values (?1, ?2, ?3, ?4, ?5)")
                    .setParameter(1, draft.room())
                    .setParameter(2, draft.target())
                    .setParameter(3, draft.emoji())
                    .setParameter(4, draft.author().id())
                    .setParameter(5, act.seq())
                    .executeUpdate();
        } else {
            sql("delete from reactions where room_id = ?1 and target = ?2 and emoji = ?3 and user_id = ?4")
                    .setParameter(1, draft.room())
                    .setParameter(2, draft.target())
                    .setParameter(3, draft.emoji())
                    .setParameter(4, draft.author().id())
                    .executeUpdate();
        }
    }

    private void change(MessageDraft.Pin draft, Message act) {
        if (draft.on()) {
            sql("insert into pins (room_id, target, seq) values (?1, ?2, ?3)")
                    .setParameter(1, draft.room())
                    .setParameter(2, draft.target())
                    .setParameter(3, act.seq())
                    .executeUpdate();
        } else {
            drop("pins", "target", draft.room(), draft.target());
        }
    }

    /**
     * Deletes everything that belongs to a post that is being deleted: reactions, pins, the events that set them, and
     * mentions.
     */
    void deleteAllOf(Message post) {
        drop("reactions", "target", post.room(), post.seq());
        drop("pins", "target", post.room(), post.seq());
        drop("mentions", "seq", post.room(), post.seq());
        em.flush();
        em.createQuery("update Message m set m.kind = :tombstone, m.target = null, m.emoji = null, m.state = null"
                        + " where m.position.room = :room and m.target = :target and m.kind in :marks")
                .setParameter("tombstone", EventKind.TOMBSTONE)
                .setParameter("room", post.room())
                .setParameter("target", post.seq())
                .setParameter("marks", List.of(EventKind.REACTED, EventKind.PINNED))
                .executeUpdate();
    }

    private void drop(String table, String column, long room, long seq) {
        sql("delete from " + table + " where room_id = ?1 and " + column + " = ?2")
                .setParameter(1, room)
                .setParameter(2, seq)
                .executeUpdate();
    }

    /** These tables are only written by statements, so pending changes of entities need not be flushed before. */
    private Query sql(String statement) {
        return em.createNativeQuery(statement).setFlushMode(FlushModeType.COMMIT);
    }
}
