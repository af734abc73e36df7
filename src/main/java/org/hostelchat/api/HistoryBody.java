package org.hostelchat.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hostelchat.message.HistoryPage;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.principal.Role;

/** A page of messages in their present form, which covers {@code from..to} without a hole. */
public record HistoryBody(long from, long to, List<MessageBody> items, Long before, Long after) {

    static HistoryBody of(HistoryPage page) {
        return new HistoryBody(
                page.from(),
                page.to(),
                page.items().stream().map(MessageBody::of).toList(),
                page.before(),
                page.after());
    }

    /**
     * A message; of one that was taken back only {@code seq} and {@code kind}.
     *
     * @param mentions empty as long as nobody can be mentioned
     * @param files empty as long as messages have none
     * @param reactions empty as long as nobody can react
     * @param pinned false as long as nothing can be pinned
     */
    public record MessageBody(
            long seq,
            Optional<String> kind,
            Field<Long> by,
            Field<String> name,
            Field<Role> role,
            Field<Instant> at,
            Optional<String> body,
            Optional<Instant> editedAt,
            Optional<List<Long>> mentions,
            Optional<List<Long>> files,
            Optional<List<Long>> reactions,
            Optional<Boolean> pinned) {

        static MessageBody of(RoomEvent event) {
            if (event instanceof RoomEvent.Posted post) return of(post);
            return new MessageBody(
                    event.seq(),
                    Optional.of(event.kind().wireName()),
                    Field.leftOut(),
                    Field.leftOut(),
                    Field.leftOut(),
                    Field.leftOut(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private static MessageBody of(RoomEvent.Posted post) {
            return new MessageBody(
                    post.seq(),
                    Optional.empty(),
                    Field.of(post.by().id()),
                    Field.of(post.by().name()),
                    Field.of(post.by().role()),
                    Field.of(post.at()),
                    Optional.of(post.body()),
                    Optional.ofNullable(post.editedAt()),
                    Optional.of(List.of()),
                    Optional.of(List.of()),
                    Optional.of(List.of()),
                    Optional.of(false));
        }
    }
}
