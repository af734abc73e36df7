package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.hostelchat.principal.Caller;
import org.hostelchat.report.Report;
import org.hostelchat.report.ReportedTalk;
import org.hostelchat.report.Reports;
import org.hostelchat.wire.ReportForms;
import org.hostelchat.wire.Representation;

/** Reported messages, for officials. */
@Path("reports")
@RequestScoped
@AdminsOnly
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

    private static final String ONE = "{report: \\d+}";

    @Inject
    private Caller caller;

    @Inject
    private Reports reports;

    /** The newest first. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<Report> list(
            @QueryParam("open") String open, @QueryParam("before") String before, @BeanParam Paging paging) {
        return list(Boolean.TRUE.equals(Texts.flag("open", open)), Paging.number("before", before, 0), paging.limit());
    }

    private Listing<Report> list(boolean openOnly, long before, int limit) {
        return Listing.of(
                ReportForms.REPORT,
                reports.list(caller, openOnly, before, limit + 1),
                limit,
                Report::id,
                next -> list(openOnly, (long) next, limit));
    }

    /** Each call is in the record. */
    @GET
    @Path(ONE)
    public Representation<ReportedTalk> read(@PathParam("report") long report) {
        return ReportForms.TALK.of(reports.read(caller, report));
    }

    @PUT
    @Path(ONE + "/settled")
    public void settle(@PathParam("report") long report) {
        reports.settle(caller, report);
    }
}
