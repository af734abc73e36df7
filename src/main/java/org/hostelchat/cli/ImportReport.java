package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.cli.text.CliWords;

/** Moves people and messages of the report program in: says what that will do, does it, and writes the slips of those who are new. */
final class ImportReport implements Command {
    private static final String PATH = "/api/report-import";
    private static final Flag LOOK = new Flag("--look", "", "look");
    private static final Flag SLIPS = new Flag("--slips", "FILE", "slips");

    /** What SQLite keeps beside a database whose program has not ended properly. */
    private static final List<String> UNFINISHED = List.of("-wal", "-journal");

    private static final List<Column> COLUMNS = List.of(
            Column.text("people", "column.people"),
            Column.text("added", "column.added"),
            Column.text("messages", "column.messages"),
            Column.text("moved", "column.moved"),
            Column.text("import", "column.import"));

    @Override
    public Usage usage() {
        return Usage.withOperand(
                "import-report",
                "FILE",
                List.of(LOOK, SLIPS, Flag.YES),
                List.of(
                        Usage.PROGRAM + " import-report report.db --look",
                        Usage.PROGRAM + " import-report report.db --slips slips.csv"));
    }

    @Override
    public void run(Invocation call) {
        Path file = MakeBackup.path(call.operand());
        requireFinished(file);
        boolean isLook = call.arguments().has(LOOK);
        Optional<String> slips = call.arguments().value(SLIPS);
        if (isLook && slips.isPresent())
            throw Failure.wrongUse(CliWords.text("use.not-both", "flag", LOOK.name(), "other", SLIPS.name()));
        ApiClient api = call.api();
        // Before anything is stored: a slip that cannot be written would be lost.
        Optional<PrivateFile> sheet = slips.map(PrivateFile::create);
        try {
            Handover handover = Handover.of(file, call.dataFolder(), "report.db");
            try {
                importFrom(call, api, file.getFileName().toString(), isLook, sheet);
            } finally {
                handover.close();
            }
        } catch (Failure e) {
            sheet.ifPresent(made -> made.close(false));
            throw e;
        }
    }

    private static void importFrom(
            Invocation call, ApiClient api, String name, boolean isLook, Optional<PrivateFile> sheet) {
        JsonObject look = api.postLong(PATH + "/look", JsonFields.object(Map.of()));
        say(call, look);
        if (isLook) {
            call.result(look, COLUMNS);
        } else if (JsonFields.isTrue(look, "done")) {
            sheet.ifPresent(made -> made.close(false));
            call.result(JsonFields.with(look, "moved", "0"), COLUMNS, CliWords.text("import-report.done-before"));
        } else {
            confirm(call);
            move(call, api, look, name, sheet);
        }
    }

    private static void requireFinished(Path file) {
        for (String end : UNFINISHED) {
            Path beside = file.resolveSibling(file.getFileName() + end);
            try {
                if (Files.exists(beside) && Files.size(beside) > 0)
                    throw Failure.wrongUse(CliWords.text("import-report.in-use", "file", file, "beside", beside));
            } catch (IOException gone) {
                // It ended just now.
            }
        }
    }

    private static void say(Invocation call, JsonObject look) {
        Terminal terminal = call.terminal();
        for (JsonObject trouble : JsonFields.items(look, "troubles")) {
            terminal.complain(CliWords.text(
                    "import-report.trouble",
                    "id",
                    JsonFields.text(trouble, "id").orElse(""),
                    "name",
                    JsonFields.text(trouble, "name").orElse(""),
                    "why",
                    JsonFields.text(trouble, "message").orElse("")));
        }
        terminal.complain(CliWords.text(
                "import-report.people",
                "people",
                number(look, "people"),
                "added",
                number(look, "added"),
                "admins",
                number(look, "admins"),
                "present",
                number(look, "present"),
                "unusable",
                number(look, "unusable")));
        terminal.complain(CliWords.text(
                "import-report.messages",
                "messages",
                number(look, "messages"),
                "moving",
                number(look, "moving"),
                "there",
                number(look, "there"),
                "empty",
                number(look, "empty"),
                "unknown",
                number(look, "unknown"),
                "undated",
                number(look, "undated")));
        terminal.complain(CliWords.text(JsonFields.isTrue(look, "utc") ? "import-report.utc" : "import-report.local"));
    }

    private static String number(JsonObject look, String field) {
        return JsonFields.text(look, field).orElse("?");
    }

    private static void confirm(Invocation call) {
        if (!call.arguments().has(Flag.YES) && call.terminal().canAsk())
            call.terminal().confirm();
    }

    private static void move(
            Invocation call, ApiClient api, JsonObject look, String name, Optional<PrivateFile> sheet) {
        call.interruption().delay();
        JsonObject made = api.postLong(PATH + "/accounts", JsonFields.object(Map.of("file", name)));
        Optional<String> slips = JsonFields.text(made, "import").or(() -> waiting(api, name));
        long moved = moveMessages(call, api, look);
        JsonObject result =
                JsonFields.with(JsonFields.with(look, "moved", Long.toString(moved)), "import", slips.orElse(""));
        call.result(
                result, COLUMNS, CliWords.text("import-report.done", "added", number(look, "added"), "moved", moved));
        if (sheet.isPresent() && slips.isPresent())
            new RollSlips(call, api, "/api/register/imports/" + slips.get(), "importroll.interrupted")
                    .write(sheet.get());
        else {
            sheet.ifPresent(file -> file.close(false));
            if (slips.isPresent()) call.terminal().complain(CliWords.text("import-report.slips-wait"));
        }
    }

    /** The slips of an earlier, interrupted call. */
    private static Optional<String> waiting(ApiClient api, String name) {
        return api.firstPage("/api/register/imports", Map.of()).stream()
                .filter(one -> JsonFields.text(one, "file").filter(name::equals).isPresent())
                .filter(one -> List.of("MAKING", "READY", "ELSEWHERE")
                        .contains(JsonFields.text(one, "slips").orElse("")))
                .findFirst()
                .flatMap(one -> JsonFields.text(one, "id"));
    }

    private static long moveMessages(Invocation call, ApiClient api, JsonObject look) {
        long moved = 0;
        Optional<String> next = Optional.of("0");
        while (next.isPresent()) {
            if (call.interruption().isWanted())
                throw Failure.interrupted().withMessage(CliWords.text("import-report.interrupted"));
            JsonObject progress =
                    api.postLong(PATH + "/messages", JsonFields.object(Map.of("after", Long.parseLong(next.get()))));
            moved += progress.getJsonNumber("moved").longValue();
            next = JsonFields.text(progress, "next");
            next.ifPresent(done -> call.terminal()
                    .complain(CliWords.text(
                            "import-report.progress", "done", done, "messages", number(look, "messages"))));
        }
        return moved;
    }
}
