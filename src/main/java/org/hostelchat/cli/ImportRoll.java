package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.cli.text.CliWords;

/** Brings a list of residents into the register: prints what it changes, stores it, and writes the slips of those who are new. */
final class ImportRoll implements Command {
    private static final String IMPORTS = "/api/register/imports";
    private static final Flag APPLY = new Flag("--apply", "ALL|GOOD", "apply");
    private static final Flag SLIPS = new Flag("--slips", "FILE", "slips");
    private static final Flag MISSING = new Flag("--missing", "", "missing");

    private static final Column AT = Column.time("at", "column.time");

    /** As the server has it. */
    private static final long MOST_BYTES = 5L * 1024 * 1024;

    private static final List<Column> COLUMNS = List.of(
            Column.text("row", "column.line"),
            Column.word("kind", "column.kind"),
            Column.text("name", "column.name"),
            Column.text("enrolmentNumber", "column.enrolment"),
            new Column("what", "column.what", ImportRoll::what, ImportRoll::what));

    @Override
    public Usage usage() {
        return Usage.withOperand(
                "importroll",
                "FILE",
                List.of(APPLY, SLIPS, MISSING),
                List.of(
                        Usage.PROGRAM + " importroll residents.csv",
                        Usage.PROGRAM + " importroll residents.csv --apply ALL --slips slips.csv",
                        Usage.PROGRAM + " --csv importroll residents.csv > look.csv"));
    }

    @Override
    public void run(Invocation call) {
        Optional<String> apply = call.arguments().value(APPLY);
        if (apply.filter(rows -> !Set.of("ALL", "GOOD").contains(rows)).isPresent())
            throw Failure.wrongUse(CliWords.text("importroll.apply-what", "typed", apply.get()));
        Optional<String> slips = call.arguments().value(SLIPS);
        if (slips.isPresent() && apply.isEmpty())
            throw Failure.wrongUse(CliWords.text("use.goes-with", "flag", SLIPS.name(), "other", APPLY.name()));
        Path file = MakeBackup.path(call.operand());
        byte[] content = read(file);
        ApiClient api = call.api();
        // Before anything is stored: a slip that cannot be written would be lost.
        Optional<PrivateFile> sheet = slips.map(PrivateFile::create);
        try {
            String name = file.getFileName().toString();
            JsonObject look = api.upload(
                    IMPORTS + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), "text/csv", content);
            print(call, api, look);
            if (apply.isPresent()) store(call, api, look, apply.get(), name, sheet);
            else if (look.getInt("wrong") > 0)
                throw Failure.refused(CliWords.counted("importroll.wrong", look.getInt("wrong")));
        } catch (Failure e) {
            sheet.ifPresent(made -> made.close(false));
            throw e;
        }
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES)
                throw Failure.wrongUse(CliWords.text("importroll.too-large", "file", file, "most", MOST_BYTES >> 20));
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Failure.wrongUse(CliWords.text("importroll.not-read", "file", file));
        }
    }

    /**
     * Prints all rows for programs, and for people those that change something or are wrong, in columns of the same width;
     * the counts on the error stream. Those who are not in the file would hide the few rows of a short file.
     */
    private static void print(Invocation call, ApiClient api, JsonObject look) {
        boolean forPrograms =
                call.arguments().has(Flag.JSON) || call.arguments().has(Flag.CSV);
        boolean withMissing = forPrograms || call.arguments().has(MISSING);
        Output output = call.output(COLUMNS);
        List<JsonObject> rows = new ArrayList<>();
        for (String kind : List.of("WRONG", "ADDED", "MOVED", "CHANGED", "MISSING", "UNCHANGED")) {
            if (kind.equals("UNCHANGED") ? !forPrograms : kind.equals("MISSING") && !withMissing) continue;
            api.eachPage(
                    IMPORTS + "/" + id(look) + "/rows",
                    new LinkedHashMap<>(Map.of("kind", kind)),
                    forPrograms ? output::page : rows::addAll);
        }
        if (!rows.isEmpty()) output.page(rows);
        output.end();
        counts(call, look);
        if (!withMissing && look.getInt("left") > 0) call.terminal().complain(CliWords.text("importroll.list-missing"));
    }

    private static void counts(Invocation call, JsonObject look) {
        call.terminal()
                .complain(CliWords.text(
                        "importroll.counts",
                        "rows",
                        look.getInt("rows"),
                        "added",
                        look.getInt("added"),
                        "changed",
                        look.getInt("changed"),
                        "moved",
                        look.getInt("moved"),
                        "unchanged",
                        look.getInt("unchanged"),
                        "wrong",
                        look.getInt("wrong"),
                        "missing",
                        look.getInt("left")));
    }

    private static void store(
            Invocation call, ApiClient api, JsonObject look, String rows, String name, Optional<PrivateFile> sheet) {
        JsonObject stored = api.post(
                IMPORTS + "/" + id(look) + "/apply",
                JsonFields.object(Map.of(
                        "rows", rows, "look", JsonFields.text(look, "look").orElse(""))));
        call.terminal().complain(CliWords.text("importroll.stored"));
        if (sheet.isEmpty()) return;
        // A run that was interrupted has stored these people already: its slips wait.
        boolean isAnybodyNew = stored.getInt("total") > 0;
        Optional<JsonObject> owed = isAnybodyNew ? Optional.of(stored) : earlier(api, name, stored);
        if (owed.isPresent()) {
            if (!isAnybodyNew) call.terminal().complain(whose(owed.get()));
            new RollSlips(call, api, IMPORTS + "/" + id(owed.get()), "importroll.interrupted").write(sheet.get());
        } else {
            sheet.get().close(false);
            call.terminal().complain(CliWords.text("importroll.no-slips"));
        }
    }

    /** The latest import of a file with this name whose slips nobody has, or nobody but the caller, who has stored {@code stored}. */
    private static Optional<JsonObject> earlier(ApiClient api, String name, JsonObject stored) {
        return api.firstPage(IMPORTS, Map.of()).stream()
                .filter(one -> JsonFields.text(one, "file").filter(name::equals).isPresent())
                .filter(one -> switch (JsonFields.text(one, "slips").orElse("")) {
                    case "MAKING", "READY", "ELSEWHERE" -> true;
                    // Somebody else may be printing them, and would have none if they were forgotten.
                    case "GIVEN" -> JsonFields.text(one, "byName").equals(JsonFields.text(stored, "byName"));
                    default -> false;
                })
                .findFirst();
    }

    private static String whose(JsonObject owed) {
        return CliWords.text(
                "importroll.earlier",
                "file",
                JsonFields.text(owed, "file").orElse("?"),
                "by",
                JsonFields.text(owed, "byName").orElse("–"),
                "at",
                AT.plain().apply(owed));
    }

    private static String id(JsonObject look) {
        return JsonFields.text(look, "id").orElseThrow();
    }

    /** What a row changes, or what is wrong with it. */
    private static String what(JsonObject row) {
        String errors =
                JsonFields.items(row, "errors").stream().map(Field::message).collect(Collectors.joining("; "));
        if (!errors.isEmpty()) return errors;
        return JsonFields.items(row, "changes").stream()
                .map(change -> Field.name(change).orElse("?") + ": "
                        + JsonFields.text(change, "from").orElse("") + " → "
                        + JsonFields.text(change, "to").orElse(""))
                .collect(Collectors.joining("; "));
    }
}
