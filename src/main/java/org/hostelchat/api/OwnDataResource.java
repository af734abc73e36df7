package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.hostelchat.owndata.OwnData;
import org.hostelchat.principal.Caller;
import org.hostelchat.wire.FetchSite;
import org.hostelchat.wire.OwnDataArchive;

/** What is held of the caller, as a file. */
@Path("me/data")
@RequestScoped
public class OwnDataResource {

    @Inject
    private Caller caller;

    @Inject
    private OwnData data;

    @GET
    @Produces("application/zip")
    public Response take(@Context HttpServletRequest request) {
        FetchSite.check(request);
        if (request.getMethod().equals("HEAD"))
            return Response.ok().type("application/zip").build();
        var copy = data.begin(caller);
        StreamingOutput all = out -> {
            try (copy) {
                OwnDataArchive.write(copy, out);
            }
        };
        return Response.ok(all)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-hostel-chat.zip\"")
                .build();
    }
}
