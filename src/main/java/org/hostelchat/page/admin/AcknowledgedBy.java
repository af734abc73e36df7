package org.hostelchat.page.admin;

import org.hostelchat.notice.Acknowledgements.Choice;
import org.hostelchat.user.RegisterColumn;

/** The parameters by which the list of acknowledgements is narrowed to one value of the register. */
final class AcknowledgedBy {

    /** The value of those who have none in the column. */
    static final String NONE = "-";

    private AcknowledgedBy() {}

    /**
     * @param acknowledged null for all
     * @param by the code of a column; anything else for all
     * @param value empty for all
     */
    static Choice choice(Boolean acknowledged, String by, String value) {
        if (value.isEmpty()) return Choice.of(acknowledged);
        return column(by, null) == null
                ? Choice.of(acknowledged)
                : new Choice(acknowledged, column(by, null), value.equals(NONE) ? null : value);
    }

    static RegisterColumn column(String by, RegisterColumn otherwise) {
        return RegisterColumn.of(by).filter(RegisterColumn.OF_GROUPS::contains).orElse(otherwise);
    }
}
