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
import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.message.MessageSearch;
import org.hostelchat.message.MessageSearch.Cursor;
import org.hostelchat.message.MessageSearch.Filter;
import org.hostelchat.message.MessageSearch.Found;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;

/** What was said in all rooms, for officials. */
@Path("messages")
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
public class MessagesResource {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");

    /** A message with the names that a reader outside of its room needs. */
    public record MessageRow(
            long room,
            String roomName,
            long seq,
            String kind,
            Instant at,
            long by,
            String name,
            String enrolmentNumber,
            Role role,
            String clientId,
            String body,
            Optional<Instant> editedAt) {

        static MessageRow of(Found found) {
            var event = found.event();
            return new MessageRow(
                    event.room(),
                    found.roomName(),
                    event.seq(),
                    event.kind().wireName(),
                    event.at(),
                    event.by().id(),
                    event.by().name(),
                    found.enrolmentNumber(),
                    event.by().role(),
                    event.clientId(),
                    event.body(),
                    Optional.ofNullable(event.editedAt()));
        }

        String cursor() {
            return at.toEpochMilli() + "-" + room + "-" + seq;
        }
    }

    @Inject
    private Caller caller;

    @Inject
    private MessageSearch search;

    @Inject
    private Times times;

    @GET
    public Listing<MessageRow> list(
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

    private Listing<MessageRow> list(Filter filter, Cursor after, int limit) {
        var read = search.find(caller, filter, after, limit + 1).stream()
                .map(MessageRow::of)
                .toList();
        return Listing.of(
                MessageRow.class,
                read,
                limit,
                MessageRow::cursor,
                next -> list(filter, cursor(next.toString()), limit));
    }

    private static Cursor cursor(String text) {
        if (text == null || text.equals("0")) return null;
        var parts = CURSOR.matcher(text);
        if (!parts.matches()) {
            throw new Refusal.Unacceptable("wrong-parameter", "after", "after must be what next was on another page.");
        }
        return new Cursor(
                Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)));
    }
}
