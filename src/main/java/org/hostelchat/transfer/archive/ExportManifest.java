package org.hostelchat.transfer.archive;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an export holds, in the order in which it is to be read.
 *
 * @param files how many files of people there are; the name of each is its digest
 * @param fileBytes how many bytes they have together
 */
public record ExportManifest(List<Table> tables, long files, long fileBytes) {

    static final String ENTRY = "manifest.json";

    /**
     * One table.
     *
     * @param lastId the last number that was given to a row, also of one that is gone; 0 if it gives none
     * @param sha256 of its lines, in UTF-8, each with its line feed
     */
    public record Table(String name, List<String> columns, long rows, long lastId, String sha256) {

        String entry() {
            return "tables/" + name + ".jsonl";
        }
    }

    public ExportManifest {
        tables = List.copyOf(tables);
    }

    byte[] bytes() {
        var all = Json.createArrayBuilder();
        for (var table : tables) {
            all.add(Json.createObjectBuilder()
                    .add("name", table.name())
                    .add("columns", Json.createArrayBuilder(table.columns()))
                    .add("rows", table.rows())
                    .add("lastId", table.lastId())
                    .add("sha256", table.sha256()));
        }
        return Json.createObjectBuilder()
                .add("tables", all)
                .add("files", files)
                .add("fileBytes", fileBytes)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static ExportManifest parse(byte[] bytes) throws NotAnExport {
        try {
            var read = JsonTexts.object(bytes);
            var tables = new ArrayList<Table>();
            for (var each : read.getJsonArray("tables")) tables.add(table(each.asJsonObject()));
            return new ExportManifest(tables, number(read, "files"), number(read, "fileBytes"));
        } catch (RuntimeException e) {
            throw new NotAnExport(NotAnExport.Reason.DAMAGED, ENTRY);
        }
    }

    private static Table table(JsonObject read) {
        return new Table(
                read.getString("name"),
                texts(read.getJsonArray("columns")),
                number(read, "rows"),
                number(read, "lastId"),
                read.getString("sha256"));
    }

    private static List<String> texts(JsonArray read) {
        return read.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static long number(JsonObject read, String name) {
        return ((JsonNumber) read.get(name)).longValueExact();
    }
}
