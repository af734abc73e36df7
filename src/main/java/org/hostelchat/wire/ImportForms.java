package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.CHOICE;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;
import static org.hostelchat.wire.FieldType.list;

import org.hostelchat.language.Language;
import org.hostelchat.user.ImportLook;
import org.hostelchat.user.RollChange;
import org.hostelchat.user.RollColumn;
import org.hostelchat.user.RollError;
import org.hostelchat.user.RollLine;
import org.hostelchat.user.RollRow;

/** Files with residents, before and after they are stored. */
public final class ImportForms {

    private static final ObjectForm<RollColumn> COLUMN = ObjectForm.<RollColumn>empty()
            .with("header", TEXT, RollColumn::header)
            .with("field", TEXT, RollColumn::field);

    private static final ObjectForm<RollChange> CHANGE = ObjectForm.<RollChange>empty()
            .with("field", TEXT, RollChange::field)
            .with("from", TEXT, RollChange::from)
            .with("to", TEXT, RollChange::to);

    private static final ObjectForm<RollRow> ROW = ObjectForm.<RollRow>empty()
            .with("row", NUMBER, row -> row.row() == 0 ? null : Long.valueOf(row.row()))
            .with("kind", CHOICE, RollRow::kind)
            .with("name", TEXT, RollRow::name)
            .with("enrolmentNumber", TEXT, RollRow::number)
            .with("changes", list(CHANGE), RollRow::changes);

    private ImportForms() {}

    private static String words(RollChange change) {
        return change.field() + ": " + (change.from() == null ? "" : change.from()) + " → " + change.to();
    }

    private static ObjectForm<RollError> error(Language language) {
        return ObjectForm.<RollError>empty()
                .with("row", NUMBER, one -> (long) one.row())
                .with("field", TEXT, RollError::field)
                .with("message", TEXT, one -> one.message().in(language));
    }

    /** A row with what is wrong with it. */
    public static ObjectForm<RollLine> line(Language language) {
        return ObjectForm.<RollLine>empty()
                .with(
                        "row",
                        NUMBER,
                        line -> line.row().row() == 0
                                ? null
                                : Long.valueOf(line.row().row()))
                .with("kind", CHOICE, line -> line.row().kind())
                .with("name", TEXT, line -> line.row().name())
                .with("enrolmentNumber", TEXT, line -> line.row().number())
                .with("changes", list(CHANGE, ImportForms::words), line -> line.row()
                        .changes())
                .with(
                        "errors",
                        list(
                                error(language),
                                one -> one.field() + ": " + one.message().in(language)),
                        RollLine::errors);
    }

    /** @param language in which errors are said */
    public static ObjectForm<ImportLook> look(Language language) {
        return ObjectForm.<ImportLook>empty()
                .with("id", NUMBER, ImportLook::id)
                .with("kind", CHOICE, ImportLook::kind)
                .with("state", CHOICE, ImportLook::state)
                .with("slips", CHOICE, ImportLook::slips)
                .with("look", TEXT, ImportLook::look)
                .with("file", TEXT, ImportLook::file)
                .with("byName", TEXT, ImportLook::by)
                .with("at", TIME, ImportLook::at)
                .with("columns", list(COLUMN), ImportLook::columns)
                .with("rows", NUMBER, look -> (long) look.rows())
                .with("added", NUMBER, look -> (long) look.added())
                .with("changed", NUMBER, look -> (long) look.changed())
                .with("moved", NUMBER, look -> (long) look.moved())
                .with("unchanged", NUMBER, look -> (long) look.unchanged())
                .with("left", NUMBER, ImportLook::left)
                .with("wrong", NUMBER, look -> (long) look.wrong())
                .with("errors", list(error(language)), ImportLook::errors)
                .with("items", list(ROW), ImportLook::items)
                .with("done", NUMBER, ImportLook::done)
                .with("total", NUMBER, ImportLook::total);
    }
}
