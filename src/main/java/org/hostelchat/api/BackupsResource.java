package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.hostelchat.backup.Backups;
import org.hostelchat.principal.Caller;

/** Backups, for the command line with the operator key. */
@Path("backups")
@RequestScoped
@AdminsOnly
public class BackupsResource {

    @Inject
    private Caller caller;

    @Inject
    private Backups backups;

    /** Answers with the backup itself. A POST, because taking one is recorded. */
    @POST
    @Produces("application/zip")
    public Response take() {
        var backup = backups.take(caller);
        StreamingOutput all = out -> {
            try (backup) {
                backup.writeTo(out);
            }
        };
        return Response.ok(all)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"hostel-chat-backup.zip\"")
                .build();
    }
}
