package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TIME;

import org.hostelchat.transfer.HostelImport;

/** The forms of moving a whole hostel. */
public final class TransferForms {

    public static final ObjectForm<HostelImport.Imported> IMPORTED = ObjectForm.<HostelImport.Imported>empty()
            .with("madeAt", TIME, HostelImport.Imported::madeAt)
            .with("people", NUMBER, HostelImport.Imported::people)
            .with("messages", NUMBER, HostelImport.Imported::messages)
            .with("rows", NUMBER, HostelImport.Imported::rows)
            .with("files", NUMBER, HostelImport.Imported::files);

    private TransferForms() {}
}
