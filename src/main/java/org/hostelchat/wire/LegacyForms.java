package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.list;

import org.hostelchat.language.Language;
import org.hostelchat.legacy.ReportImport;
import org.hostelchat.legacy.ReportLook;
import org.hostelchat.legacy.Trouble;

/** The forms of moving in. */
public final class LegacyForms {

    /** How far the messages are. */
    public static final ObjectForm<ReportImport.Progress> PROGRESS = ObjectForm.<ReportImport.Progress>empty()
            .with("moved", NUMBER, ReportImport.Progress::moved)
            .with("next", NUMBER, ReportImport.Progress::next);

    /** The import with the slips; 0 if nobody is new. */
    public static final ObjectForm<Long> ACCOUNTS =
            ObjectForm.<Long>empty().with("import", NUMBER, id -> id == 0 ? null : id);

    private LegacyForms() {}

    /** @param language in which troubles are said */
    public static ObjectForm<ReportLook> look(Language language) {
        ObjectForm<Trouble> trouble = ObjectForm.<Trouble>empty()
                .with("id", TEXT, Trouble::id)
                .with("name", TEXT, Trouble::name)
                .with("message", TEXT, one -> one.why().in(language));
        return ObjectForm.<ReportLook>empty()
                .with("done", FLAG, ReportLook::done)
                .with("people", NUMBER, ReportLook::people)
                .with("added", NUMBER, ReportLook::added)
                .with("admins", NUMBER, ReportLook::admins)
                .with("present", NUMBER, ReportLook::present)
                .with("unusable", NUMBER, ReportLook::unusable)
                .with("troubles", list(trouble), ReportLook::troubles)
                .with("messages", NUMBER, ReportLook::messages)
                .with("moving", NUMBER, ReportLook::moving)
                .with("there", NUMBER, ReportLook::there)
                .with("empty", NUMBER, ReportLook::empty)
                .with("undated", NUMBER, ReportLook::undated)
                .with("unknown", NUMBER, ReportLook::unknown)
                .with("utc", FLAG, ReportLook::utc);
    }
}
