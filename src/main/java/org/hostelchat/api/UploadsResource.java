package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.hostelchat.attachment.AttachedFile;
import org.hostelchat.attachment.UploadProgress;
import org.hostelchat.attachment.Uploads;
import org.hostelchat.principal.Caller;
import org.hostelchat.wire.FileForms;
import org.hostelchat.wire.Representation;

/** Uploads in pieces, which can be resumed after the connection broke. */
@Path("files/uploads")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {

    private static final String UPLOAD = "{id: \\d+}";

    /** The file to be uploaded. */
    public record NewUpload(String name, long size) {}

    /** The type that the client claims. */
    public record Completion(Optional<String> type) {}

    @Inject
    private Caller caller;

    @Inject
    private Uploads uploads;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(NewUpload upload) {
        var begun = uploads.begin(caller, upload.name(), upload.size());
        return Response.created(URI.create("/api/files/uploads/" + begun.id()))
                .entity(FileForms.UPLOAD.of(begun))
                .build();
    }

    @GET
    @Path(UPLOAD)
    public Representation<UploadProgress> progress(@PathParam("id") long id) {
        return FileForms.UPLOAD.of(uploads.progress(caller, id));
    }

    /** Appends the next piece, which is the body. */
    @PATCH
    @Path(UPLOAD)
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Representation<UploadProgress> append(
            @PathParam("id") long id,
            @QueryParam("offset") String offset,
            @Context HttpServletRequest request,
            InputStream piece) {
        return FileForms.UPLOAD.of(
                uploads.append(caller, id, Paging.number("offset", offset, 0), request.getContentLengthLong(), piece));
    }

    @POST
    @Path(UPLOAD + "/complete")
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<AttachedFile> complete(@PathParam("id") long id, Completion completion) {
        return FileForms.FILE.of(uploads.complete(caller, id, completion.type().orElse(null)));
    }

    @DELETE
    @Path(UPLOAD)
    public void cancel(@PathParam("id") long id) {
        uploads.cancel(caller, id);
    }
}
