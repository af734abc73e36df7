package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.hostelchat.principal.Caller;
import org.hostelchat.transfer.HostelExport;

/** A whole hostel out of its database, for the command line with the operator key. */
@Path("exports")
@RequestScoped
public class ExportsResource {

    @Inject
    private Caller caller;

    @Inject
    private HostelExport exports;

    /** Answers with the export itself. A POST, because it is recorded. */
    @POST
    @Produces("application/zip")
    public Response export() {
        var started = exports.begin(caller);
        StreamingOutput all = out -> {
            try (started) {
                started.writeTo(out);
            }
        };
        return Response.ok(all)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"hostel-chat-export.zip\"")
                .build();
    }
}
