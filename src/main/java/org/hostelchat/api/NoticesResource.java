package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.hostelchat.language.Phrase;
import org.hostelchat.notice.Acknowledgement;
import org.hostelchat.notice.NoticeDraft;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.notice.Receipts;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.NoticeForms;
import org.hostelchat.wire.Representation;

/** The notice board. */
@Path("notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {

    private static final String ONE = "{id: \\d+}";

    /** The body for posting a notice. */
    public record NewNotice(String title, String text, boolean acknowledge, Optional<LocalDate> until) {}

    /**
     * The body for editing; absent fields are unchanged, {@code until: null} removes the last day.
     *
     * @param askAgain whether everybody must acknowledge it again
     */
    public record NoticeChange(
            Optional<String> title,
            Optional<String> text,
            Optional<Boolean> acknowledge,
            Field<LocalDate> until,
            boolean askAgain) {

        NoticeDraft over(NoticeDraft stored) {
            return new NoticeDraft(
                    title.orElse(stored.title()),
                    text.orElse(stored.text()),
                    acknowledge.orElse(stored.acknowledge()),
                    until.or(stored.until()));
        }
    }

    @Inject
    private Caller caller;

    @Inject
    private Notices notices;

    @Inject
    private Receipts receipts;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<NoticeView> list(
            @QueryParam("all") String all, @QueryParam("room") String room, @BeanParam Paging paging) {
        if (room != null) return inRoom(Paging.number("room", room, 0), paging.limit());
        return list(Boolean.TRUE.equals(flag("all", all)), paging.after(), paging.limit());
    }

    private Listing<NoticeView> list(boolean all, long after, int limit) {
        var read = all ? notices.archive(caller, after, limit + 1) : notices.list(caller, after, limit + 1);
        return Listing.of(NoticeForms.NOTICE, read, limit, NoticeView::id, next -> list(all, (long) next, limit));
    }

    private Listing<NoticeView> inRoom(long room, int limit) {
        var rows = notices.inRoom(caller, room).stream().toList();
        return Listing.of(NoticeForms.NOTICE, rows, limit, NoticeView::id, next -> inRoom(room, limit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(NewNotice body) {
        var draft = new NoticeDraft(
                body.title(), body.text(), body.acknowledge(), body.until().orElse(null));
        var notice = notices.post(caller, draft);
        return Response.created(URI.create("/api/notices/" + notice.id()))
                .entity(NoticeForms.NOTICE.of(notice))
                .build();
    }

    @GET
    @Path(ONE)
    public Representation<NoticeView> get(@PathParam("id") long id) {
        return NoticeForms.NOTICE.of(notices.find(caller, id));
    }

    @PATCH
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<NoticeView> edit(@PathParam("id") long id, NoticeChange body) {
        return NoticeForms.NOTICE.of(notices.edit(caller, id, null, body::over, body.askAgain()));
    }

    @DELETE
    @Path(ONE)
    public void withdraw(@PathParam("id") long id) {
        notices.withdraw(caller, id);
    }

    @PUT
    @Path(ONE + "/acknowledgement")
    public void acknowledge(@PathParam("id") long id, @QueryParam("version") String version) {
        receipts.acknowledge(caller, id, version(version));
    }

    @PUT
    @Path(ONE + "/read")
    public void markRead(@PathParam("id") long id) {
        receipts.markRead(caller, id);
    }

    @GET
    @Path(ONE + "/acknowledgements")
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<Acknowledgement> acknowledgements(
            @PathParam("id") long id, @QueryParam("acknowledged") String acknowledged, @BeanParam Paging paging) {
        return acknowledgements(id, flag("acknowledged", acknowledged), paging.after(), paging.limit());
    }

    private Listing<Acknowledgement> acknowledgements(long id, Boolean only, long after, int limit) {
        return Listing.of(
                NoticeForms.ACKNOWLEDGEMENT,
                receipts.of(caller, id, only, after, limit + 1),
                limit,
                Acknowledgement::id,
                next -> acknowledgements(id, only, (long) next, limit));
    }

    private static Long version(String text) {
        if (text == null) return null;
        if (text.matches("[1-9]\\d{0,17}")) return Long.valueOf(text);
        throw new Refusal.Unacceptable(
                "wrong-parameter", "version", Phrase.of("api.number-from", "name", "version", "least", 1));
    }

    private static Boolean flag(String name, String text) {
        if (text == null) return null;
        if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
        throw new Refusal.Unacceptable("wrong-parameter", name, Phrase.of("api.flag", "name", name));
    }
}
