package org.hostelchat.page.admin;

import static org.hostelchat.page.admin.ConsoleList.column;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hostelchat.audit.AuditSearch;
import org.hostelchat.message.MessageSearch;
import org.hostelchat.message.MessageSearch.Cursor;
import org.hostelchat.message.MessageSearch.Found;
import org.hostelchat.notice.Acknowledgement;
import org.hostelchat.notice.Acknowledgements;
import org.hostelchat.notice.Notices;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageSettings;
import org.hostelchat.page.PageWords;
import org.hostelchat.room.Rooms;
import org.hostelchat.user.Register;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.User;
import org.hostelchat.wire.AuditForms;
import org.hostelchat.wire.EventForms;
import org.hostelchat.wire.FieldType;
import org.hostelchat.wire.NoticeForms;
import org.hostelchat.wire.UserForms;

/** The lists that officials can download or print, with the filter and order of the pages that they come from. */
@RequestScoped
public class ConsoleLists {

    private static final int PAGE = 500;

    @Inject
    private Me me;

    @Inject
    private Register register;

    @Inject
    private MessageSearch search;

    @Inject
    private AuditSearch audit;

    @Inject
    private Rooms rooms;

    @Inject
    private Notices board;

    @Inject
    private Acknowledgements acknowledgements;

    @Inject
    private PageSettings settings;

    @Inject
    private PageFormat format;

    @Inject
    private PageWords words;

    @Inject
    private HttpServletRequest request;

    /** The list with this name; empty if there is none. */
    Optional<ConsoleList<?>> find(String name) {
        return switch (name) {
            case "residents" -> Optional.of(residents());
            case "messages" -> Optional.of(messages());
            case "acknowledgements" -> Optional.of(acknowledgements());
            case "record" -> Optional.of(record());
            default -> Optional.empty();
        };
    }

    private ConsoleList<User> residents() {
        var filter = UsersPage.filter(this::parameter);
        var narrowed = narrowed(UsersPage.FIELDS, true);
        var order = UsersPage.order(parameter("sort"));
        return new ConsoleList<>(
                file("residents", narrowed),
                words.get("console.residents"),
                narrowed,
                "/admin/users?" + UsersPage.query(format, this::parameter) + "&sort=" + format.query(parameter("sort")),
                UserForms.ENTRY,
                List.of(
                        column(words.get("users.name"), User::name),
                        column(words.get("users.number"), User::enrolmentNumber),
                        column(words.get("column.wing"), user -> user.detail(RegisterColumn.WING)),
                        column(words.get("column.room"), user -> user.detail(RegisterColumn.ROOM)),
                        column(words.get("column.year"), user -> user.detail(RegisterColumn.YEAR)),
                        column(words.get("users.role"), user -> format.role(user.role())),
                        column(words.get("users.state"), format::state),
                        column(
                                words.get("users.last-seen"),
                                user -> user.lastSeenAt() == null ? words.get("users.never") : user.lastSeenAt()),
                        column(words.get("users.registered"), User::createdAt)),
                new ResidentRows(
                        skip -> register.list(me.caller(), filter, order, skip, PAGE),
                        after -> register.list(me.caller(), filter, after, PAGE)));
    }

    private ConsoleList<Found> messages() {
        var narrowed = narrowed(MessageQuery.FIELDS);
        var filter = MessageQuery.filter(this::parameter, settings.zone());
        return new ConsoleList<>(
                file("messages", narrowed),
                words.get("console.messages"),
                narrowed,
                "/admin/messages?" + format.query(MessageQuery.FIELDS, this::parameter),
                EventForms.FOUND.without("kind", "role", "clientId"),
                List.of(
                        column(words.get("common.when"), found -> found.event().at()),
                        column(
                                words.get("common.who"),
                                found -> found.event().by().name()),
                        column(words.get("users.number"), Found::enrolmentNumber),
                        column(
                                words.get("messages.room"),
                                found -> words.room(found.event().room(), found.roomName())),
                        column(words.get("common.what"), found -> found.event().body())),
                pagesAfter(last -> search.latest(me.caller(), filter, last == null ? null : cursor(last), PAGE)));
    }

    private static Cursor cursor(Found last) {
        return new Cursor(last.event().at(), last.event().room(), last.event().seq());
    }

    private ConsoleList<Acknowledgement> acknowledgements() {
        var text = parameter("id");
        var id = text.matches("[1-9]\\d{0,17}") ? Long.parseLong(text) : 0;
        var notice = board.find(me.caller(), id);
        var show = parameter("show");
        var only = show.equals("all") ? null : (Boolean) show.equals("done");
        var which = only == null ? "all" : only ? "done" : "open";
        var choice = AcknowledgedBy.choice(only, parameter("by"), parameter("value"));
        return new ConsoleList<>(
                file("acknowledgements-" + id, ""),
                words.of("receipts.list-" + which, "notice", notice.title()),
                parameter("value"),
                "/admin/notice?id=" + id + "&show=" + format.query(show) + "&by=" + format.query(parameter("by"))
                        + "&value=" + format.query(parameter("value")),
                NoticeForms.ACKNOWLEDGEMENT,
                List.of(
                        column(words.get("users.name"), Acknowledgement::name),
                        column(words.get("users.number"), Acknowledgement::enrolmentNumber),
                        column(words.get("column.wing"), Acknowledgement::wing),
                        column(words.get("column.floor"), Acknowledgement::floor),
                        column(words.get("column.room"), Acknowledgement::room),
                        column(
                                words.get("receipts.read"),
                                row -> row.readAt() == null ? words.get("receipts.not-yet") : row.readAt()),
                        column(
                                words.get("board.confirmed"),
                                row -> row.acknowledged() ? row.acknowledgedAt() : words.get("receipts.not-yet"))),
                pagesAfter(last -> acknowledgements.of(me.caller(), id, choice, last == null ? 0 : last.id(), PAGE)));
    }

    private ConsoleList<RecordRow> record() {
        var names = new RecordWords(words, format);
        var narrowed = narrowed(RecordQuery.FIELDS);
        var filter = RecordQuery.filter(this::parameter, settings.zone());
        return new ConsoleList<>(
                file("record", narrowed),
                words.get("console.record"),
                narrowed,
                "/admin/record?" + format.query(RecordQuery.FIELDS, this::parameter),
                AuditForms.ENTRY
                        .without("tokenName", "on", "before", "after")
                        .within(RecordRow::entry)
                        .with("on", FieldType.TEXT, RecordRow::on)
                        .with("concerned", FieldType.TEXT, RecordRow::concerned)
                        .with("changes", FieldType.TEXT, RecordRow::changesInWords),
                List.of(
                        column(words.get("common.when"), RecordRow::at),
                        column(words.get("common.who"), RecordRow::who),
                        column(words.get("common.what"), RecordRow::act),
                        column(words.get("record.on"), row -> (row.on() + " " + row.concerned()).strip()),
                        column(words.get("record.changes"), RecordRow::changesInWords),
                        column(words.get("record.address"), RecordRow::from)),
                pagesAfter(last -> audit.latest(me.caller(), filter, last == null ? 0 : last.number(), PAGE).stream()
                        .map(entry -> new RecordRow(entry, names))
                        .toList()));
    }

    /** @param read returns the rows after the given one, or the first ones for null */
    private static <T> Supplier<List<T>> pagesAfter(Function<T, List<T>> read) {
        var place = new Object() {
            private T last;
            private boolean ended;
        };
        return () -> {
            if (place.ended) return List.of();
            var rows = read.apply(place.last);
            place.ended = rows.size() < PAGE;
            if (!rows.isEmpty()) place.last = rows.get(rows.size() - 1);
            return rows;
        };
    }

    /** The file's name says if the list is filtered. */
    private String file(String name, String narrowed) {
        return name + (narrowed.isEmpty() ? "-" : "-filtered-") + LocalDate.now(settings.zone());
    }

    private String narrowed(List<String> fields) {
        return narrowed(fields, false);
    }

    /** @param ofRegister whether a room is one in which people live, and none in which they talk */
    private String narrowed(List<String> fields, boolean ofRegister) {
        return fields.stream()
                .map(field -> field.equals("room") && !ofRegister ? roomName() : parameter(field))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String roomName() {
        var id = parameter("room");
        if (id.isEmpty()) return "";
        return rooms.all(me.caller()).stream()
                .filter(room -> String.valueOf(room.id()).equals(id))
                .map(room -> words.room(room.id(), room.name()))
                .findFirst()
                .orElse("");
    }

    private String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
