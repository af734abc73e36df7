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
import org.hostelchat.message.MentionList;
import org.hostelchat.message.MentionList.Cursor;
import org.hostelchat.message.MentionList.Mentioned;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.EventForms;

/** Where others mention oneself. */
@Path("mentions")
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
public class MentionsResource {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");

    @Inject
    private Caller caller;

    @Inject
    private MentionList mentions;

    @GET
    public Listing<Mentioned> list(@QueryParam("before") String before, @BeanParam Paging paging) {
        return list(before, paging.limit());
    }

    private Listing<Mentioned> list(String before, int limit) {
        return Listing.of(
                EventForms.MENTIONED,
                mentions.of(caller, cursor(before), limit + 1),
                limit,
                last -> last.at().toEpochMilli() + "-" + last.room() + "-" + last.seq(),
                next -> list(next.toString(), limit));
    }

    private static Cursor cursor(String text) {
        if (text == null) return null;
        var parts = CURSOR.matcher(text);
        if (!parts.matches()) {
            throw new Refusal.Unacceptable("wrong-parameter", "before", Phrase.of("api.next", "name", "before"));
        }
        return new Cursor(
                Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)));
    }
}
