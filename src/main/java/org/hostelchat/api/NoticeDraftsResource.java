package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.hostelchat.notice.KeptDraft;
import org.hostelchat.notice.NoticeDraft;
import org.hostelchat.notice.NoticeDrafts;
import org.hostelchat.notice.NoticePosting;
import org.hostelchat.principal.Caller;
import org.hostelchat.wire.NoticeForms;
import org.hostelchat.wire.Representation;

/** The notices that the caller is still writing. */
@Path("notices/drafts")
@RequestScoped
@AdminsOnly
@Produces(MediaType.APPLICATION_JSON)
public class NoticeDraftsResource {

    private static final String ONE = "{id: \\d+}";

    /** As the body for posting a notice; nothing is required. */
    public record DraftBody(
            Optional<String> title,
            Optional<String> text,
            boolean acknowledge,
            Optional<LocalDate> until,
            Optional<JsonValue> audience,
            Optional<String> category,
            boolean pinned,
            Optional<JsonValue> from,
            Optional<JsonValue> acknowledgeBy) {

        NoticeDraft draft(Times times) {
            return new NoticeBodies.NewNotice(
                            title.orElse(""),
                            text.orElse(""),
                            acknowledge,
                            until,
                            audience,
                            category,
                            pinned,
                            from,
                            acknowledgeBy)
                    .draft(times);
        }
    }

    @Inject
    private Caller caller;

    @Inject
    private NoticeDrafts drafts;

    @Inject
    private NoticePosting posting;

    @Inject
    private Times times;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<KeptDraft> list(@BeanParam Paging paging) {
        var own = drafts.list(caller).stream()
                .sorted(Comparator.comparing(KeptDraft::id))
                .toList();
        return Listing.of(NoticeForms.DRAFT, own, KeptDraft::id, paging.after(), paging.limit());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response keep(DraftBody body) {
        var kept = drafts.keep(caller, body.draft(times));
        return Response.created(URI.create("/api/notices/drafts/" + kept.id()))
                .entity(NoticeForms.DRAFT.of(kept))
                .build();
    }

    @GET
    @Path(ONE)
    public Representation<KeptDraft> get(@PathParam("id") long id) {
        return NoticeForms.DRAFT.of(drafts.find(caller, id));
    }

    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<KeptDraft> change(@PathParam("id") long id, DraftBody body) {
        return NoticeForms.DRAFT.of(drafts.change(caller, id, body.draft(times)));
    }

    @DELETE
    @Path(ONE)
    public void remove(@PathParam("id") long id) {
        drafts.remove(caller, id);
    }

    /** Posts a draft as it is, and removes it. */
    @POST
    @Path(ONE + "/post")
    public Response post(@PathParam("id") long id) {
        var notice = posting.post(caller, drafts.find(caller, id).draft(), id);
        return Response.created(URI.create("/api/notices/" + notice.id()))
                .entity(NoticeForms.NOTICE.of(notice))
                .build();
    }
}
