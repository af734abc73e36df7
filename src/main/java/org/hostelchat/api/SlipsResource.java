package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.auth.AuthSettings;
import org.hostelchat.csv.CsvRows;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.InitialSlip;
import org.hostelchat.user.PasswordSlips;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.wire.FetchSite;
import org.hostelchat.wire.SlipSheet;

/**
 * Slips with initial passwords, for officials: of those whom a file has added, and of those whose passwords are made anew together. They are told
 * once, or, with {@code keep=yes}, until the caller says that they are kept.
 */
@Path("register/imports/{id: [0-9]+}/slips")
@RequestScoped
@AdminsOnly
@Produces(MediaType.APPLICATION_JSON)
public class SlipsResource {

    private static final String TEXT_CSV = "text/csv";

    @Inject
    private Caller caller;

    @Inject
    private PasswordSlips slips;

    @Inject
    private RequestLanguage language;

    @Inject
    private AuthSettings settings;

    @PathParam("id")
    private long id;

    @GET
    @Produces("text/html")
    public Response sheet(@QueryParam("keep") String keep, @Context HttpServletRequest request, @Context UriInfo uri) {
        if (isOnlyAsked(request))
            return Response.ok().type("text/html; charset=UTF-8").build();
        var sheet = SlipSheet.of(settings, uri.getBaseUri().resolve("/").toString(), language.ofPage());
        return Response.ok(sheet.html(given(keep)))
                .type("text/html; charset=UTF-8")
                .header("Content-Security-Policy", SlipSheet.policy())
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Produces(TEXT_CSV + ";qs=0.5")
    public Response csv(@QueryParam("keep") String keep, @Context HttpServletRequest request) {
        if (isOnlyAsked(request)) return Response.ok().type(TEXT_CSV).build();
        var given = given(keep);
        StreamingOutput rows =
                out -> write(given, CsvRows.forSpreadsheet(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        return Response.ok(rows)
                .type("text/csv; charset=UTF-8; header=present")
                .header("Cache-Control", "no-store")
                .build();
    }

    private List<InitialSlip> given(String keep) {
        return "yes".equals(keep) ? slips.give(caller, id) : slips.take(caller, id);
    }

    /** The caller has them. */
    @DELETE
    public void keep() {
        slips.keep(caller, id);
    }

    /**
     * Whether the request is about the slips and must not take them.
     *
     * @throws Refusal.NotAllowed if a page of another site sent the browser here
     */
    private static boolean isOnlyAsked(HttpServletRequest request) {
        FetchSite.check(request);
        return request.getMethod().equals("HEAD");
    }

    private static void write(List<InitialSlip> given, CsvRows csv) throws IOException {
        csv.row(List.of("name", "enrolmentNumber", "initialPassword", "wing", "floor", "room"));
        for (var slip : given) {
            var user = slip.user();
            var cells = new ArrayList<Object>(List.of(user.name(), user.enrolmentNumber(), slip.password()));
            RegisterColumn.OF_PLACE.forEach(column -> cells.add(user.detail(column)));
            csv.row(cells);
        }
        csv.flush();
    }
}
