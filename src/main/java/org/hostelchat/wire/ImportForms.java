package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.CHOICE;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.list;

import org.hostelchat.language.Language;
import org.hostelchat.user.ImportLook;
import org.hostelchat.user.RollColumn;
import org.hostelchat.user.RollError;
import org.hostelchat.user.RollRow;

/** Files with residents, before and after they are stored. */
public final class ImportForms {

    private static final ObjectForm<RollColumn> COLUMN = ObjectForm.<RollColumn>empty()
            .with("header", TEXT, RollColumn::header)
            .with("field", TEXT, RollColumn::field);

    private static final ObjectForm<RollRow> ROW = ObjectForm.<RollRow>empty()
            .with("row", NUMBER, row -> (long) row.row())
            .with("kind", CHOICE, RollRow::kind)
            .with("name", TEXT, RollRow::name)
            .with("enrolmentNumber", TEXT, RollRow::number);

    private ImportForms() {}

    /** @param language in which errors are said */
    public static ObjectForm<ImportLook> look(Language language) {
        var error = ObjectForm.<RollError>empty()
                .with("row", NUMBER, one -> (long) one.row())
                .with("field", TEXT, RollError::field)
                .with("message", TEXT, one -> one.message().in(language));
        return ObjectForm.<ImportLook>empty()
                .with("id", NUMBER, ImportLook::id)
                .with("state", CHOICE, ImportLook::state)
                .with("columns", list(COLUMN), ImportLook::columns)
                .with("rows", NUMBER, look -> (long) look.rows())
                .with("added", NUMBER, look -> (long) look.added())
                .with("changed", NUMBER, look -> (long) look.changed())
                .with("moved", NUMBER, look -> (long) look.moved())
                .with("unchanged", NUMBER, look -> (long) look.unchanged())
                .with("left", NUMBER, ImportLook::left)
                .with("wrong", NUMBER, look -> (long) look.wrong())
                .with("errors", list(error), ImportLook::errors)
                .with("items", list(ROW), ImportLook::items)
                .with("done", NUMBER, ImportLook::done)
                .with("total", NUMBER, ImportLook::total);
    }
}
