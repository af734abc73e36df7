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
 * Who is mentioned in the posts of one batch: of those named, whoever is in the room when the post is stored. Where a batch mentions nobody,
 * nothing is asked of the database. Also keeps the table by which a person finds where they are mentioned.
 */
final class Mentions {

    /** Stands in the table for everybody in the room. No account has this number. */
    static final long EVERYBODY = 0;

    /** So many people are looked up in one statement. */
    private static final int PORTION = 1_000;

    private final Set<Long> active = new HashSet<>();
    private final Map<Long, RoomMembers> members = new HashMap<>();

    private Mentions() {}

    /** @param rooms by number, locked; holds null for what is not there */
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

    /** What is left of a post's references: those in the room, and everybody only if an official says so. */
    References among(References asked, User author, Room room) {
        if (!asked.mentionsAnybody()) return asked;
        return new References(
                asked.replyTo(),
                asked.mentions().stream()
                        .filter(person ->
                                active.contains(person) && members.get(person).isIn(person, room))
                        .toList(),
                asked.everybody() && author.role() == Role.ADMIN);
    }

    /** Enters a post that has been stored. */
    static void enter(EntityManager em, Message post) {
        var people = new ArrayList<>(post.references().mentions());
        if (post.references().everybody()) people.add(EVERYBODY);
        if (people.isEmpty()) return;
        // One statement, however many they are: the rooms of the batch are locked.
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
