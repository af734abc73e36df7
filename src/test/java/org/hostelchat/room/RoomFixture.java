package org.hostelchat.room;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.changelog.LoggedChange;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.CountedStatements;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;

/**
 * The room package over a real database, with two students and a warden. Without messages: numbers are allocated by
 * hand.
 */
final class RoomFixture implements AutoCloseable {

    final BareDatabase database;
    final CountedStatements statements;
    final ReadMarks marks;
    final Rooms rooms;
    final RoomAccess access;
    final Memberships memberships;
    final RoomMaking making;
    final RoomUpkeep upkeep;
    final RoomDirectory directory;
    final ChangeLog changes;
    final Caller asha;
    final Caller ravi;
    final Caller warden;

    RoomFixture(Engine engine, Path folder) {
        database = engine.open(folder);
        statements = new CountedStatements(database);
        marks = new ReadMarks(statements);
        rooms = new Rooms(statements, marks, Clock.systemUTC());
        access = new RoomAccess(statements);
        changes = new ChangeLog(statements);
        memberships = new Memberships(statements, access, new AuditLog(), changes, new AuditTrail(), Clock.systemUTC());
        making = new RoomMaking(statements, new RoomSettings(30), changes, new AuditTrail(), Clock.systemUTC());
        upkeep = new RoomUpkeep(statements, rooms, new AuditLog(), changes, new AuditTrail(), Clock.systemUTC());
        directory = new RoomDirectory(statements);
        asha = database.resident("आशा राव", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
        warden = database.resident("Warden", Role.ADMIN);
    }

    static RoomDraft draft(RoomKind kind, String name, String topic, Long... people) {
        return new RoomDraft(kind, name, topic, Posting.ALL, false, List.of(people));
    }

    long group(Caller maker, Long... people) {
        return making.make(maker, draft(RoomKind.GROUP, "हम", null, people));
    }

    long open(Caller maker, String name, String topic) {
        return making.make(maker, draft(RoomKind.OPEN, name, topic));
    }

    /** The discussion of a notice. */
    long discussion() {
        return database.write(em -> {
            var discussions = new NoticeRooms(Clock.systemUTC());
            var room = discussions.prepare(em, "No water", null);
            discussions.show(em, room.id());
            return room.id();
        });
    }

    /** Lets so many events happen in a room. */
    void happen(long room, int events) {
        database.write(em -> {
            var locked = RoomLock.lock(em, room);
            for (var i = 0; i < events; i++) locked.allocate();
            return null;
        });
    }

    Room room(long id) {
        return database.read(em -> em.find(Room.class, id));
    }

    List<Change> told() {
        return changes.after(0).stream().map(LoggedChange::change).toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
