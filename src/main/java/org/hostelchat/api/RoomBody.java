package org.hostelchat.api;

import java.util.List;
import java.util.Optional;
import org.hostelchat.room.Involvement;
import org.hostelchat.room.Posting;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomPerson;
import org.hostelchat.room.RoomView;

/**
 * A room as the caller sees it.
 *
 * @param mentions 0 as long as nobody can be mentioned
 * @param people of a direct room; left out for the other kinds
 */
public record RoomBody(
        long id,
        String name,
        RoomKind kind,
        long last,
        long read,
        long unread,
        long mentions,
        Involvement involvement,
        Posting posting,
        String topic,
        Optional<List<PersonBody>> people) {

    /** Somebody of a direct room. */
    public record PersonBody(long id, String name) {

        static PersonBody of(RoomPerson person) {
            return new PersonBody(person.id(), person.name());
        }

        /** As it stands in the cell of a spreadsheet. */
        @Override
        public String toString() {
            return name;
        }
    }

    static RoomBody of(RoomView view) {
        var people = view.people().stream().map(PersonBody::of).toList();
        return new RoomBody(
                view.id(),
                view.name(),
                view.kind(),
                view.last(),
                view.read(),
                view.unread(),
                0,
                view.involvement(),
                view.posting(),
                view.topic(),
                view.kind() == RoomKind.DIRECT ? Optional.of(people) : Optional.empty());
    }
}
