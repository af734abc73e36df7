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
import org.hostelchat.language.Phrase;
import org.hostelchat.notice.Acknowledgement;
import org.hostelchat.notice.Acknowledgements;
import org.hostelchat.notice.Acknowledgements.Choice;
import org.hostelchat.notice.NoticePosting;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.notice.Receipts;
import org.hostelchat.notice.Reminders;
import org.hostelchat.notice.Reminders.Reminded;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.wire.NoticeForms;
import org.hostelchat.wire.Representation;

/** The notice board. */
@Path("notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {

    private static final String ONE = "{id: \\d+}";

    @Inject
    private Caller caller;

    @Inject
    private Notices notices;

    @Inject
    private NoticePosting posting;

    @Inject
    private Receipts receipts;

    @Inject
    private Acknowledgements acknowledgements;

    @Inject
    private Reminders reminders;

    @Inject
    private Times times;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<NoticeView> list(
            @QueryParam("all") String all,
            @QueryParam("room") String room,
            @QueryParam("category") String category,
            @BeanParam Paging paging) {
        if (room != null) return inRoom(Paging.number("room", room, 0), paging.limit());
        var ofCategory = Texts.query("category", category);
        return list(Boolean.TRUE.equals(Texts.flag("all", all)), ofCategory, paging.after(), paging.limit());
    }

    private Listing<NoticeView> list(boolean all, String category, long after, int limit) {
        var read = all ? notices.archive(caller, after, limit + 1) : notices.list(caller, category, after, limit + 1);
        return Listing.of(
                NoticeForms.NOTICE, read, limit, NoticeView::id, next -> list(all, category, (long) next, limit));
    }

    private Listing<NoticeView> inRoom(long room, int limit) {
        var rows = notices.inRoom(caller, room).stream().toList();
        return Listing.of(NoticeForms.NOTICE, rows, limit, NoticeView::id, next -> inRoom(room, limit));
    }

    @AdminsOnly
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(NoticeBodies.NewNotice body) {
        var notice = posting.post(caller, body.draft(times));
        return Response.created(URI.create("/api/notices/" + notice.id()))
                .entity(NoticeForms.NOTICE.of(notice))
                .build();
    }

    @GET
    @Path(ONE)
    public Representation<NoticeView> get(@PathParam("id") long id) {
        return NoticeForms.NOTICE.of(notices.find(caller, id));
    }

    @AdminsOnly
    @PATCH
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<NoticeView> edit(@PathParam("id") long id, NoticeBodies.NoticeChange body) {
        return NoticeForms.NOTICE.of(posting.edit(caller, id, null, body.over(times), body.askAgain()));
    }

    @AdminsOnly
    @DELETE
    @Path(ONE)
    public void withdraw(@PathParam("id") long id) {
        posting.withdraw(caller, id);
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

    /**
     * Who has acknowledged a notice; or, {@code by} a column of the register, how many. With both {@code by} and
     * {@code value}, who of those with this value. A {@link Response}, since Jersey warns of a {@code Listing<?>}.
     */
    @AdminsOnly
    @GET
    @Path(ONE + "/acknowledgements")
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Response acknowledgements(
            @PathParam("id") long id,
            @QueryParam("acknowledged") String acknowledged,
            @QueryParam("by") String by,
            @QueryParam("value") String value,
            @BeanParam Paging paging) {
        var column = by == null ? null : column(by);
        if (column != null && value == null) {
            var shares = acknowledgements.by(caller, id, column);
            return Response.ok(new Listing<>(NoticeForms.SHARE, shares, null, null))
                    .build();
        }
        var sought = Texts.query("value", value);
        var choice = new Choice(
                Texts.flag("acknowledged", acknowledged), column, sought == null || sought.isEmpty() ? null : sought);
        return Response.ok(acknowledgements(id, choice, paging.after(), paging.limit()))
                .build();
    }

    private Listing<Acknowledgement> acknowledgements(long id, Choice choice, long after, int limit) {
        return Listing.of(
                NoticeForms.ACKNOWLEDGEMENT,
                acknowledgements.of(caller, id, choice, after, limit + 1),
                limit,
                Acknowledgement::id,
                next -> acknowledgements(id, choice, (long) next, limit));
    }

    @AdminsOnly
    @POST
    @Path(ONE + "/reminders")
    public Representation<Reminded> remind(@PathParam("id") long id) {
        return NoticeForms.REMINDED.of(reminders.remind(caller, id));
    }

    private static RegisterColumn column(String by) {
        return RegisterColumn.of(by)
                .filter(RegisterColumn.OF_GROUPS::contains)
                .orElseThrow(() -> new Refusal.Unacceptable(
                        "wrong-parameter",
                        "by",
                        Phrase.of("api.field-choice", "choices", "wing, floor, room, year, course, mess")));
    }

    private static Long version(String text) {
        if (text == null) return null;
        if (text.matches("[1-9]\\d{0,17}")) return Long.valueOf(text);
        throw new Refusal.Unacceptable(
                "wrong-parameter", "version", Phrase.of("api.number-from", "name", "version", "least", 1));
    }
}
