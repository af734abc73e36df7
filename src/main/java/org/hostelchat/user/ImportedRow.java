package org.hostelchat.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What storing a file did to one of its rows, or somebody who was not in it. The name and the number are the account's, as they are when it is read;
 * only a row that could not be stored has its own. Stored by {@link ImportedRows}.
 */
@Entity
@Table(name = "register_rows")
public class ImportedRow {

    /** Of a new row. */
    static final List<String> COLUMNS =
            List.of("import_id", "kind", "sheet_row", "user_id", "name", "number", "number_key", "changes", "errors");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    /** Read by queries only, as the two below. */
    @SuppressWarnings("UnusedVariable")
    @Column(name = "import_id")
    private long importId;

    @SuppressWarnings("UnusedVariable")
    @Column(name = "user_id")
    private Long userId;

    @SuppressWarnings("UnusedVariable")
    @Column(name = "number_key")
    private String numberKey;

    @Enumerated(EnumType.STRING)
    private RollRow.Kind kind;

    @Column(name = "sheet_row")
    private int sheetRow;

    private String name;
    private String number;
    private String changes;
    private String errors;

    protected ImportedRow() {}

    /**
     * The values of {@link #COLUMNS}.
     *
     * @param userId null if the row is about nobody of the register
     */
    static List<Object> values(long importId, RollRow row, Long userId, List<RollError> errors) {
        var isWrong = row.kind() == RollRow.Kind.WRONG;
        return Arrays.asList(
                importId,
                row.kind().name(),
                row.row(),
                userId,
                isWrong ? row.name() : null,
                isWrong ? row.number() : null,
                isWrong ? EnrolmentNumbers.key(row.number()) : null,
                RowWords.ofChanges(row.changes()),
                RowWords.ofErrors(errors));
    }

    long id() {
        return id;
    }

    /** @param user the account as it is now; null for none */
    RollLine line(User user) {
        var hasOwn = name != null || user == null;
        var row = new RollRow(
                sheetRow,
                kind,
                hasOwn ? orEmpty(name) : user.name(),
                hasOwn ? orEmpty(number) : user.enrolmentNumber(),
                user == null ? Map.of() : user.details(),
                RowWords.changes(changes),
                user == null ? null : user.id());
        return new RollLine(row, RowWords.errors(errors, sheetRow));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
