package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
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
import org.hostelchat.room.Room;
import org.hostelchat.room.Rooms;

/** Lists messages of all rooms, newest first, filtered by room, author, days and words. */
@Named
@RequestScoped
public class MessagesPage {

    private static final int PAGE = 50;

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
        return MessageQuery.filter(Parameters::get, settings.zone());
    }

    private Cursor cursor() {
        var at = Parameters.number("at");
        return at == 0
                ? null
                : new Cursor(Instant.ofEpochMilli(at), Parameters.number("atRoom"), Parameters.number("atSeq"));
    }

    public List<Room> getRooms() {
        return rooms.all(me.caller());
    }

    public List<Found> getFound() {
        return found.items();
    }

    /** The filter as a URL's query. */
    public String getQuery() {
        return format.query(MessageQuery.FIELDS, Parameters::get);
    }

    /** The query of the next page, or null. */
    public String getNext() {
        return found.next(last -> getQuery() + "&at=" + last.event().at().toEpochMilli() + "&atRoom="
                + last.event().room() + "&atSeq="
                + last.event().seq());
    }

    /** Whether a filter is set. */
    public boolean isFiltered() {
        return Parameters.isAny(MessageQuery.FIELDS);
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
