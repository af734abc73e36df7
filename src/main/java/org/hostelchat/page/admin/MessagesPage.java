package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hostelchat.message.MessageSearch;
import org.hostelchat.message.MessageSearch.Cursor;
import org.hostelchat.message.MessageSearch.Filter;
import org.hostelchat.message.MessageSearch.Found;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Listed;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageSettings;
import org.hostelchat.page.Parameters;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.room.Rooms;

/** What was said in all rooms, the newest first: by room, author, days and words. */
@Named
@RequestScoped
public class MessagesPage {

    private static final int PAGE = 50;

    private static final List<String> FIELDS = List.of("room", "author", "from", "to", "text");

    @Inject
    private Me me;

    @Inject
    private MessageSearch search;

    @Inject
    private Rooms rooms;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageFormat format;

    @Inject
    private PageSettings settings;

    private Listed<Found> found = Listed.none();

    public void open() {
        outcome.attempt(() -> found = Listed.of(search.latest(me.caller(), filter(), cursor(), PAGE + 1), PAGE));
    }

    private Filter filter() {
        return new Filter(
                getRoom() == 0 ? null : (Long) getRoom(),
                getAuthor().isEmpty() ? null : getAuthor(),
                start("from", 0),
                start("to", 1),
                getText().isEmpty() ? null : getText());
    }

    private Cursor cursor() {
        var at = Parameters.number("at");
        return at == 0
                ? null
                : new Cursor(Instant.ofEpochMilli(at), Parameters.number("atRoom"), Parameters.number("atSeq"));
    }

    /** When the day begins that a field names, or so many days after it; null for an empty field. */
    private Instant start(String field, int daysLater) {
        var text = Parameters.get(field);
        if (text.isEmpty()) return null;
        try {
            return LocalDate.parse(text)
                    .plusDays(daysLater)
                    .atStartOfDay(settings.zone())
                    .toInstant();
        } catch (DateTimeException noDay) {
            throw new Refusal.Unacceptable(
                    "wrong-day", field, "Please give the day as year-month-day, for example 2026-03-09.");
        }
    }

    public List<Room> getRooms() {
        return rooms.all(me.caller());
    }

    public List<Found> getFound() {
        return found.items();
    }

    /** The query of the page that follows, or null. */
    public String getNext() {
        return found.next(last -> FIELDS.stream()
                        .map(name -> name + "=" + format.query(Parameters.get(name)))
                        .collect(Collectors.joining("&"))
                + "&at=" + last.event().at().toEpochMilli() + "&atRoom="
                + last.event().room() + "&atSeq="
                + last.event().seq());
    }

    /** Whether less than everything was asked for. */
    public boolean isFiltered() {
        return FIELDS.stream().anyMatch(field -> !Parameters.get(field).isEmpty());
    }

    public long getRoom() {
        return Parameters.number("room");
    }

    public String getAuthor() {
        return Parameters.get("author");
    }

    public String getFrom() {
        return Parameters.get("from");
    }

    public String getTo() {
        return Parameters.get("to");
    }

    public String getText() {
        return Parameters.get("text");
    }
}
