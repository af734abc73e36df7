package org.hostelchat.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** The content of a file that was looked at, until it is stored in the register or a day is over. */
@Entity
@Table(name = "register_files")
public class RollContent {

    @Id
    @Column(name = "import_id")
    private long importId;

    private byte[] content;

    /** A line for each column, empty for one that is not read; null for what the headings say. */
    private String fields;

    protected RollContent() {}

    RollContent(long importId, byte[] content) {
        this.importId = importId;
        this.content = content;
    }

    byte[] content() {
        return content;
    }

    /** The fields of the columns in their order, null for those that are not read; null if nobody has corrected them. */
    List<String> fields() {
        return fields(fields);
    }

    /** @param stored null if nobody has corrected them */
    static List<String> fields(String stored) {
        if (stored == null) return null;
        var all = new ArrayList<String>();
        for (var field : stored.split("\n", -1)) all.add(field.isEmpty() ? null : field);
        return all;
    }

    void readAs(List<String> chosen) {
        fields = String.join(
                "\n", chosen.stream().map(field -> field == null ? "" : field).toList());
    }
}
