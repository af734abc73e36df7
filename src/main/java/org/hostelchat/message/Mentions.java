package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hostelchat.principal.Role;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomMembers;
import org.hostelchat.user.User;

/**
 * The mentions of the posts in one batch, restricted to people who are in the room when the post is stored. Runs no
 * query if the batch has no mentions. Also writes the table from which a person's mentions are listed.
 */
final class Mentions {

    /** Stands for everybody in the room; not a valid account id. */
    static final long EVERYBODY = 0;

    /** People that are looked up by one statement. */
    private static final int PORTION = 1_000;

    private final Set<Long> active = new HashSet<>();
    private final Map<Long, RoomMembers> members = new HashMap<>();

    private Mentions() {}

    /** @param rooms locked rooms by id; null for those that do not exist */
    static Mentions lookUp(EntityManager em, Collection<MessageDraft> drafts, Map<Long, Room> rooms) {
        var mentions = new Mentions();
        var people = new HashSet<Long>();
        var where = new HashSet<Room>();
        for (var draft : drafts) {
            if (!(draft instanceof MessageDraft.Post post)
                    || post.references().mentions().isEmpty()) continue;
            people.addAll(post.references().mentions());
            where.add(rooms.get(post.room()));
        }
        where.removeIf(Objects::isNull);
        var all = List.copyOf(people);
        for (var from = 0; from < all.size(); from += PORTION) {
            mentions.lookUp(em, where, all.subList(from, Math.min(from + PORTION, all.size())));
        }
        return mentions;
    }

    private void lookUp(EntityManager em, Set<Room> where, List<Long> people) {
        active.addAll(em.createQuery("select u.id from User u where u.id in :ids and u.active = true", Long.class)
                .setParameter("ids", people)
                .getResultList());
        var found = RoomMembers.among(em, where, Set.copyOf(people));
        people.forEach(person -> members.put(person, found));
    }

    /** The references without people who are not in the room. "Everybody" needs an official. */
    References among(References asked, User author, Room room) {
        if (!asked.mentionsAnybody()) return asked;
        return new References(
                asked.replyTo(),
                asked.mentions().stream()
                        .filter(person ->
                                active.contains(person) && members.get(person).isIn(person, room))
                        .toList(),
                asked.everybody() && author.role() == Role.ADMIN,
                asked.files());
    }

    /** Stores the mentions of a post that has been stored. */
    static void enter(EntityManager em, Message post) {
        var people = new ArrayList<>(post.references().mentions());
        if (post.references().everybody()) people.add(EVERYBODY);
        if (people.isEmpty()) return;
        // A single statement, to keep the rooms of the batch locked for a short time.
        var rows = Collections.nCopies(people.size(), "(?, ?, ?, ?, ?)");
        var insert = em.createNativeQuery(
                        "insert into mentions (user_id, room_id, seq, author_id, at) values " + String.join(", ", rows))
                .setFlushMode(FlushModeType.COMMIT);
        var next = 1;
        for (var person : people) {
            insert.setParameter(next++, person)
                    .setParameter(next++, post.room())
                    .setParameter(next++, post.seq())
                    .setParameter(next++, post.authorId())
                    .setParameter(next++, post.at().toEpochMilli());
        }
        insert.executeUpdate();
    }
}
