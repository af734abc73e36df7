package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Listed;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;
import org.hostelchat.room.Audience;
import org.hostelchat.room.OverseenRooms;
import org.hostelchat.room.OverseenRooms.Overseen;
import org.hostelchat.room.RoomKind;

/** Lists the rooms that officials may see, filtered by kind and by words of the name or topic. */
@Named
@RequestScoped
public class RoomsPage {

    private static final int PAGE = 50;
    private static final List<String> FIELDS = List.of("kind", "text");
    private static final List<RoomKind> KINDS = List.of(RoomKind.AUDIENCE, RoomKind.OPEN, RoomKind.NOTICE);

    @Inject
    private Me me;

    @Inject
    private OverseenRooms rooms;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageFormat format;

    @Inject
    private PageWords words;

    private Listed<Overseen> found = Listed.none();

    public void open() {
        outcome.attempt(() -> found =
                Listed.of(rooms.list(me.caller(), chosen(), getText(), Parameters.number("after"), PAGE + 1), PAGE));
    }

    /** Those that can be chosen. */
    public List<RoomKind> getKinds() {
        return KINDS;
    }

    /** Null for all, also if the address names another one. */
    private static RoomKind chosen() {
        return KINDS.stream()
                .filter(kind -> kind.name().equals(Parameters.get("kind")))
                .findFirst()
                .orElse(null);
    }

    public List<Overseen> getFound() {
        return found.items();
    }

    /** The query of the next page, or null. */
    public String getNext() {
        return found.next(last ->
                format.query(FIELDS, Parameters::get) + "&after=" + last.room().id());
    }

    /** Whether a filter is set. */
    public boolean isFiltered() {
        return Parameters.isAny(FIELDS);
    }

    public String getKind() {
        return Parameters.get("kind");
    }

    public String getText() {
        return Parameters.get("text");
    }

    /** Whom a room is for: such as {@code Wing: A, B · Year: 1}, or what its kind means. */
    public String whom(Overseen row) {
        return row.room().kind() == RoomKind.AUDIENCE && row.audience() != null
                ? whom(row.audience())
                : words.about(row.room().kind());
    }

    /** Where an official looks into it. */
    public String path(Overseen row) {
        return row.room().kind() == RoomKind.AUDIENCE
                ? "/admin/audience?id=" + row.room().id()
                : "/admin/messages?room=" + row.room().id();
    }

    private String whom(Audience audience) {
        return audience.columns().entrySet().stream()
                .map(entry -> words.get("column." + entry.getKey().code()) + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
