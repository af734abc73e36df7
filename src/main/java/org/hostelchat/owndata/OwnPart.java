package org.hostelchat.owndata;

import java.util.Arrays;
import java.util.List;

/**
 * One kind of what is held of a person, read in pages by a key, so that none is longer than its size.
 *
 * @param name of the file with its rows
 * @param fields the names of the columns, in order; the first ones are the key
 * @param sql selects the fields of the person {@code ?1} after the key, in the key's order
 * @param start the key before the first row, which has the parameters from {@code ?2} on
 */
public record OwnPart(String name, List<String> fields, String sql, List<Object> start) {

    /** All of them. Times are in epoch milliseconds, as they are stored, times of day in minutes; 1 is yes. */
    static final List<OwnPart> ALL = List.of(
            part(
                    "account",
                    "id name enrolmentNumber role language wing floor room year course mess phone until createdAt lastSeenAt"
                            + " passwordSetAt mutedUntil mutedWhy",
                    "select id, name, enrolment_number, role, language, wing, floor, room, year, course, mess, phone, stays_until,"
                            + " created_at, last_seen_at, password_set_at, muted_until, muted_why from users where id = ?1 and id > ?2",
                    0L),
            part(
                    "sessions",
                    "createdAt lastUsedAt device",
                    "select created_at, last_seen_at, device from sessions where user_id = ?1 and (created_at, last_seen_at) > (?2, ?3)"
                            + " order by created_at, last_seen_at",
                    0L,
                    0L),
            part(
                    "rooms",
                    "room kind name involvement joinedAt",
                    "select r.id, r.kind, r.name, m.involvement, m.joined_at from rooms r join memberships m on m.room_id = r.id where m.user_id = ?1"
                            + " and r.id > ?2 order by r.id",
                    0L),
            part(
                    "messages",
                    "room seq at body replyTo editedAt",
                    "select room_id, seq, at, body, reply_to, edited_at from messages where author_id = ?1 and kind = 'POSTED'"
                            + " and (room_id, seq) > (?2, ?3) order by room_id, seq",
                    0L,
                    0L),
            part(
                    "reactions",
                    "room seq emoji",
                    "select room_id, target, emoji from reactions where user_id = ?1 and (room_id, target, emoji) > (?2, ?3, ?4)"
                            + " order by room_id, target, emoji",
                    0L,
                    0L,
                    ""),
            part(
                    "files",
                    "id name type size uploadedAt room seq",
                    "select id, name, type, size, created_at, room_id, seq from files where owner_id = ?1"
                            + " and state in ('READY', 'POSTED') and id > ?2 order by id",
                    0L),
            part(
                    "notices",
                    "notice title readAt acknowledgedAt version",
                    "select n.id, n.title, r.read_at, r.acknowledged_at, r.acknowledged_version from receipts r"
                            + " join notices n on n.id = r.notice_id where r.user_id = ?1 and n.id > ?2 order by n.id",
                    0L),
            part(
                    "blocked",
                    "person name at",
                    "select b.blocked_id, u.name, b.at from blocks b join users u on u.id = b.blocked_id where b.user_id = ?1"
                            + " and b.blocked_id > ?2 order by b.blocked_id",
                    0L),
            part(
                    "reports",
                    "id room seq why at settledAt",
                    "select id, room_id, seq, why, at, settled_at from reports where user_id = ?1 and id > ?2 order by id",
                    0L),
            part(
                    "notifications",
                    "person level sound words quietFrom quietTo",
                    "select user_id, level, case when sound then 1 else 0 end,"
                            + " case when words then 1 else 0 end, quiet_from, quiet_to from notification_choices"
                            + " where user_id = ?1 and user_id > ?2",
                    0L),
            part(
                    "noticesWritten",
                    "notice title text at editedAt withdrawnAt",
                    "select id, title, text, at, edited_at, withdrawn_at from notices where author_id = ?1 and id > ?2 order by id",
                    0L),
            part(
                    "noticeDrafts",
                    "id title text changedAt",
                    "select id, title, text, changed_at from notice_drafts where user_id = ?1 and id > ?2 order by id",
                    0L),
            part(
                    "tokens",
                    "id name createdAt lastUsedAt",
                    "select id, name, created_at, last_used_at from access_tokens where user_id = ?1 and id > ?2 order by id",
                    0L));

    private static OwnPart part(String name, String fields, String sql, Object... start) {
        return new OwnPart(name, Arrays.asList(fields.split(" ", -1)), sql, List.of(start));
    }
}
