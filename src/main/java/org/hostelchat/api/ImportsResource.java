package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hostelchat.language.Phrase;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.ImportLook;
import org.hostelchat.user.RegisterImports;
import org.hostelchat.user.RollLine;
import org.hostelchat.user.RollRow;
import org.hostelchat.wire.ImportForms;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.WholeBody;

/** Files with residents, for officials: looked at, corrected and stored. Their slips are {@link SlipsResource}'s. */
@Path("register/imports")
@RequestScoped
@AdminsOnly
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final String TEXT_CSV = "text/csv";
    private static final String ID = "{id: [0-9]+}";

    /** The columns of the file in their order, each {@code {header?, field}}. */
    public record ColumnsBody(JsonValue columns) {}

    /** What to store. With {@code look} nothing but what that look has shown. */
    public record ApplyBody(Rows rows, Optional<String> look) {}

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

    @POST
    @Consumes(TEXT_CSV)
    public Response look(@Context HttpServletRequest request, @QueryParam("name") String name, InputStream body)
            throws IOException {
        ImportLook look;
        try (var file = WholeBody.of(request, body)) {
            look = imports.look(caller, file.readNBytes(RegisterImports.mostBytes() + 1), name);
        }
        return Response.created(URI.create("/api/register/imports/" + look.id()))
                .entity(form(look))
                .build();
    }

    /** The latest imports, the newest first, without their rows. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<ImportLook> list() {
        return new Listing<>(ImportForms.look(language.ofProgram()), imports.list(caller), null, next -> null);
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
        return Response.accepted(form(imports.apply(
                        caller, id, body.rows() == Rows.GOOD, body.look().orElse(null))))
                .build();
    }

    /** The rows of a file, before and after it is stored. */
    @GET
    @Path(ID + "/rows")
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<RollLine> rows(@PathParam("id") long id, @QueryParam("kind") String kind, @BeanParam Paging paging) {
        return rows(id, kind(kind), paging.after(), paging.limit());
    }

    private Listing<RollLine> rows(long id, RollRow.Kind kind, long after, int limit) {
        var page = imports.rows(caller, id, kind, after, limit);
        return new Listing<>(
                ImportForms.line(language.ofProgram()),
                page.items(),
                page.next(),
                next -> rows(id, kind, (long) next, limit));
    }

    private static RollRow.Kind kind(String text) {
        if (text == null) return null;
        for (var kind : RollRow.Kind.values()) if (kind.name().equals(text)) return kind;
        throw new Refusal.Unacceptable(
                "wrong-parameter",
                "kind",
                Phrase.of(
                        "api.field-choice",
                        "choices",
                        Arrays.stream(RollRow.Kind.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private Representation<ImportLook> form(ImportLook look) {
        return ImportForms.look(language.ofProgram()).of(look);
    }
}
