package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.regex.Pattern;
import org.hostelchat.language.Phrase;
import org.hostelchat.message.MessageSearch;
import org.hostelchat.message.MessageSearch.Cursor;
import org.hostelchat.message.MessageSearch.Filter;
import org.hostelchat.message.MessageSearch.Found;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.EventForms;

/** The messages of all rooms, for officials. */
@Path("messages")
@RequestScoped
@AdminsOnly
@Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
public class MessagesResource {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");

    @Inject
    private Caller caller;

    @Inject
    private MessageSearch search;

    @Inject
    private Times times;

    @GET
    public Listing<Found> list(
            @QueryParam("room") String room,
            @QueryParam("author") String author,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("text") String text,
            @BeanParam Paging paging) {
        var filter = new Filter(
                room == null ? null : (Long) Paging.number("room", room, 0),
                Texts.query("author", author),
                times.from(from),
                times.to(to),
                Texts.query("text", text));
        return list(filter, cursor(paging.after), paging.limit());
    }

    private Listing<Found> list(Filter filter, Cursor after, int limit) {
        return Listing.of(
                EventForms.FOUND,
                search.find(caller, filter, after, limit + 1),
                limit,
                MessagesResource::cursor,
                next -> list(filter, cursor(next.toString()), limit));
    }

    private static String cursor(Found last) {
        var event = last.event();
        return event.at().toEpochMilli() + "-" + event.room() + "-" + event.seq();
    }

    private static Cursor cursor(String text) {
        if (text == null || text.equals("0")) return null;
        var parts = CURSOR.matcher(text);
        if (!parts.matches()) {
            throw new Refusal.Unacceptable("wrong-parameter", "after", Phrase.of("api.next", "name", "after"));
        }
        return new Cursor(
                Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)));
    }
}
