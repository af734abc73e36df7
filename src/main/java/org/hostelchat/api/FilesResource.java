package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.hostelchat.attachment.AttachedFile;
import org.hostelchat.attachment.FileReading;
import org.hostelchat.attachment.Uploads;
import org.hostelchat.principal.Caller;
import org.hostelchat.wire.FileForms;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.WholeBody;

/** Uploads of whole files, and downloads. Uploads in pieces are {@link UploadsResource}'s. */
@Path("files")
@RequestScoped
public class FilesResource {

    private static final String FILE = "{id: \\d+}";

    @Inject
    private Caller caller;

    @Inject
    private Uploads uploads;

    @Inject
    private FileReading reading;

    @Inject
    private FileAnswer answer;

    /** Uploads a whole file, which is the body. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response upload(
            @QueryParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var size = request.getContentLengthLong();
        var upload = uploads.begin(caller, name, size);
        AttachedFile file = null;
        try (var bytes = WholeBody.of(request, body)) {
            uploads.append(caller, upload.id(), 0, size, bytes);
            file = uploads.complete(caller, upload.id(), type);
        } finally {
            if (file == null) uploads.cancel(caller, upload.id());
        }
        return Response.created(URI.create("/api/files/" + file.id()))
                .entity(FileForms.FILE.of(file))
                .build();
    }

    @GET
    @Path(FILE)
    public Response file(@PathParam("id") long id, @Context HttpHeaders headers) {
        return answer.to(caller, reading.file(caller, id), headers);
    }

    @GET
    @Path(FILE + "/preview")
    public Response preview(@PathParam("id") long id, @Context HttpHeaders headers) {
        return answer.to(caller, reading.preview(caller, id), headers);
    }

    /** Uploads a preview of a file that is not posted yet. */
    @PUT
    @Path(FILE + "/preview")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Representation<AttachedFile> preview(@PathParam("id") long id, InputStream body) throws IOException {
        return FileForms.FILE.of(uploads.preview(caller, id, body.readNBytes(Uploads.LARGEST_PREVIEW + 1)));
    }

    /** Deletes a file that no post carries. */
    @DELETE
    @Path(FILE)
    public void cancel(@PathParam("id") long id) {
        uploads.cancel(caller, id);
    }
}
