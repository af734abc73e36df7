package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hostelchat.auth.AuthSettings;
import org.hostelchat.csv.CsvRows;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.ImportLook;
import org.hostelchat.user.InitialSlip;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.RegisterImports;
import org.hostelchat.wire.ImportForms;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.SlipSheet;

/** Files with residents, for officials: looked at, corrected, stored, and their slips taken once. */
@Path("register/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final String TEXT_CSV = "text/csv";
    private static final String ID = "{id: [0-9]+}";

    /** The columns of the file in their order, each {@code {header?, field}}. */
    public record ColumnsBody(JsonValue columns) {}

    /** What to store. */
    public record ApplyBody(Rows rows) {}

    /** Which rows are stored. */
    public enum Rows {
        /** Everything, or nothing if there are errors. */
        ALL,
        /** What has no errors. */
        GOOD
    }

    @Inject
    private Caller caller;

    @Inject
    private RegisterImports imports;

    @Inject
    private RequestLanguage language;

    @Inject
    private AuthSettings settings;

    @POST
    @Consumes(TEXT_CSV)
    public Response look(@Context HttpServletRequest request, InputStream body) throws IOException {
        caller.requireAdmin();
        ImportLook look;
        try (var file = WholeBody.of(request, body)) {
            look = imports.look(caller, file.readNBytes(RegisterImports.mostBytes() + 1));
        }
        return Response.created(URI.create("/api/register/imports/" + look.id()))
                .entity(form(look))
                .build();
    }

    @GET
    @Path(ID)
    public Representation<ImportLook> get(@PathParam("id") long id) {
        return form(imports.find(caller, id));
    }

    @PATCH
    @Path(ID)
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<ImportLook> readAs(@PathParam("id") long id, ColumnsBody body) {
        return form(imports.readAs(caller, id, fields(body.columns())));
    }

    private static List<String> fields(JsonValue columns) {
        var fields = new ArrayList<String>();
        if (!(columns instanceof JsonArray items)) throw wrongColumns();
        for (var item : items) {
            if (!(item instanceof JsonObject column)) throw wrongColumns();
            var field = column.get("field");
            if (field instanceof JsonString text) fields.add(text.getString());
            else if (field == null || field == JsonValue.NULL) fields.add(null);
            else throw wrongColumns();
        }
        return fields;
    }

    private static Refusal wrongColumns() {
        return new Refusal.Unacceptable("wrong-fields", "columns", Phrase.of("api.columns"));
    }

    @POST
    @Path(ID + "/apply")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response apply(@PathParam("id") long id, ApplyBody body) {
        return Response.accepted(form(imports.apply(caller, id, body.rows() == Rows.GOOD)))
                .build();
    }

    @GET
    @Path(ID + "/slips")
    @Produces("text/html")
    public Response slips(@PathParam("id") long id, @Context HttpServletRequest request, @Context UriInfo uri) {
        if (isOnlyAsked(request))
            return Response.ok().type("text/html; charset=UTF-8").build();
        var sheet = new SlipSheet(
                settings.hostelName(),
                uri.getBaseUri().resolve("/").toString(),
                settings.zone(),
                (int) settings.initialPasswords().toDays(),
                Stream.of(language.ofPage(), Language.EN).distinct().toList());
        return Response.ok(sheet.html(imports.takeSlips(caller, id)))
                .type("text/html; charset=UTF-8")
                .header("Content-Security-Policy", SlipSheet.policy())
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path(ID + "/slips")
    @Produces(TEXT_CSV + ";qs=0.5")
    public Response slipsAsCsv(@PathParam("id") long id, @Context HttpServletRequest request) {
        if (isOnlyAsked(request)) return Response.ok().type(TEXT_CSV).build();
        var slips = imports.takeSlips(caller, id);
        StreamingOutput rows =
                out -> write(slips, CsvRows.forSpreadsheet(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        return Response.ok(rows)
                .type("text/csv; charset=UTF-8; header=present")
                .header("Cache-Control", "no-store")
                .build();
    }

    /**
     * Whether the request is about the slips and must not take them.
     *
     * @throws Refusal.NotAllowed if a page of another site sent the browser here
     */
    private static boolean isOnlyAsked(HttpServletRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        if (from != null && !from.equals("same-origin") && !from.equals("none")) {
            throw new Refusal.NotAllowed("foreign-origin", Phrase.of("security.foreign-origin"));
        }
        return request.getMethod().equals("HEAD");
    }

    private static void write(List<InitialSlip> slips, CsvRows csv) throws IOException {
        csv.row(List.of("name", "enrolmentNumber", "initialPassword", "wing", "floor", "room"));
        for (var slip : slips) {
            var user = slip.user();
            var cells = new ArrayList<Object>(List.of(user.name(), user.enrolmentNumber(), slip.password()));
            RegisterColumn.OF_PLACE.forEach(column -> cells.add(user.detail(column)));
            csv.row(cells);
        }
        csv.flush();
    }

    private Representation<ImportLook> form(ImportLook look) {
        return ImportForms.look(language.ofProgram()).of(look);
    }
}
