package org.hostelchat.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hostelchat.attachment.AttachedFile;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.SilentFeed;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Posting;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.RoomDraft;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomMaking;
import org.hostelchat.room.RoomSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What residents bring to the office, and what the office sees of it. */
@EachEngine
class ReportsTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private MessageWriter writer;
    private RoomMaking making;
    private Reporting reporting;
    private Reports reports;
    private Caller asha;
    private Caller ravi;
    private Caller meena;
    private Caller warden;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        making = new RoomMaking(
                database, new RoomSettings(3), new ChangeLog(database), new AuditTrail(), Clock.systemUTC());
        reporting = new Reporting(database, new RoomAccess(database), Clock.systemUTC());
        reports = new Reports(database, new AuditTrail(), Clock.systemUTC());
        asha = database.resident("आशा राव", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
        meena = database.resident("Meena", Role.STUDENT);
        warden = database.resident("Warden", Role.ADMIN);
        writer = new MessageWriter(
                database, new SilentFeed(), new MessageSettings(100, 100, 0, 0), new AuditTrail(), Clock.systemUTC());
        writer.start(Thread::new);
    }

    @AfterEach
    void close() {
        writer.stop();
        database.close();
    }

    private long post(Caller author, long room, String body) {
        return writer.submit(new MessageDraft.Post(author, room, UUID.randomUUID(), body))
                .join()
                .seq();
    }

    private List<String> record() {
        return database.read(em -> em.createQuery("select a.act from AuditEntry a order by a.id", String.class)
                .getResultList());
    }

    @Test
    void theOfficeSeesFiveMessagesOnEitherSideAndEachLookIsRecorded() {
        var talk = making.direct(ravi, List.of(asha.id())).roomId();
        var said = IntStream.rangeClosed(1, 13)
                .mapToObj(i -> post(ravi, talk, "செய்தி " + i))
                .toList();
        reporting.report(asha, talk, said.get(6), "वह मुझे तंग कर रहा है");
        reporting.report(asha, talk, said.get(6), "again");
        writer.submit(new MessageDraft.Delete(ravi, talk, said.get(5))).join();

        var listed = reports.list(warden, true, 0, 10);
        assertEquals(1, listed.size());
        assertEquals("वह मुझे तंग कर रहा है", listed.get(0).why());
        assertEquals("ரவி", listed.get(0).author().name());
        assertEquals(List.of(), record());

        var seen = reports.read(warden, listed.get(0).id());
        assertEquals(
                said.subList(1, 12),
                seen.messages().stream().map(ReportedTalk.Line::seq).toList());
        assertNull(seen.messages().get(4).body());
        assertEquals("செய்தி 7", seen.messages().get(5).body());
        assertEquals(List.of("report-read"), record());

        reports.settle(warden, listed.get(0).id());
        reports.settle(warden, listed.get(0).id());
        assertEquals(0, reports.open(warden));
        assertEquals(1, reports.list(warden, false, 0, 10).size());
        assertEquals(List.of("report-read", "report-settled"), record());
    }

    @Test
    void nothingIsShownThatWhoeverReportedCouldNotRead() {
        var group =
                making.make(ravi, new RoomDraft(RoomKind.GROUP, "छत", null, Posting.ALL, false, List.of(meena.id())));
        post(ravi, group, "before she came");
        database.write(em -> em.createNativeQuery(
                        "insert into memberships (user_id, room_id, role, involvement, joined_at, first_seq) values (?1, ?2, 'MEMBER', 'ALL', 0, 2)")
                .setParameter(1, asha.id())
                .setParameter(2, group)
                .executeUpdate());
        var said = post(ravi, group, "ஒன்று");
        assertThrows(Refusal.NotFound.class, () -> reporting.report(asha, group, 1, "why"));
        reporting.report(asha, group, said, "क्यों");

        var report = reports.list(warden, true, 0, 10).get(0);
        assertNull(report.roomName());
        assertEquals(
                List.of("ஒன்று"),
                reports.read(warden, report.id()).messages().stream()
                        .map(ReportedTalk.Line::body)
                        .toList());
    }

    @Test
    void aMessageWithOnlyAFileIsNotShownAsDeleted() {
        var said = post(ravi, Room.COMMON, "x");
        var file = new AttachedFile(1, "छत.pdf", "application/pdf", 2048, null, null, false);
        database.write(em -> em.createNativeQuery("update messages set body = '', files = ?1 where seq = ?2")
                .setParameter(1, AttachedFile.stored(List.of(file)))
                .setParameter(2, said)
                .executeUpdate());
        reporting.report(asha, Room.COMMON, said, "why");
        var seen = reports.read(warden, reports.list(warden, true, 0, 1).get(0).id());
        assertEquals("", seen.messages().get(0).body());
        assertEquals(List.of(file), seen.messages().get(0).files());
    }

    @Test
    void whatIsNotThereOrNotForThemIsNotReported() {
        var said = post(ravi, Room.COMMON, "வணக்கம்");
        var talk = making.direct(ravi, List.of(asha.id())).roomId();
        var own = post(asha, Room.COMMON, "मेरा");
        assertThrows(Refusal.NotFound.class, () -> reporting.report(meena, talk, 1, "why"));
        assertThrows(Refusal.NotFound.class, () -> reporting.report(meena, Room.COMMON, 4711, "why"));
        assertThrows(Refusal.Unacceptable.class, () -> reporting.report(asha, Room.COMMON, own, "why"));
        assertThrows(Refusal.Unacceptable.class, () -> reporting.report(asha, Room.COMMON, said, " "));
        assertThrows(Refusal.Unacceptable.class, () -> reporting.report(asha, Room.COMMON, said, "अ".repeat(501)));
        assertThrows(Refusal.NotAllowed.class, () -> reports.list(asha, true, 0, 10));
        assertThrows(Refusal.NotAllowed.class, () -> reports.read(asha, 1));
        assertThrows(Refusal.NotFound.class, () -> reports.read(warden, 1));
    }
}
