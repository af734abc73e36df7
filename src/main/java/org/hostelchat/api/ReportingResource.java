package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hostelchat.principal.Caller;
import org.hostelchat.report.Reporting;

/** Brings messages to the office. */
@Path("rooms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportingResource {

    /** Why the message is reported. */
    public record WhyBody(String why) {}

    @Inject
    private Caller caller;

    @Inject
    private Reporting reporting;

    @PUT
    @Path("{room: \\d+}/messages/by-seq/{seq: \\d+}/report")
    @Consumes(MediaType.APPLICATION_JSON)
    public void report(@PathParam("room") long room, @PathParam("seq") long seq, WhyBody body) {
        reporting.report(caller, room, seq, body.why());
    }
}
