package org.hostelchat.csv;

/** A file cannot be read as rows of cells. Callers say so in the reader's language. */
public final class SheetUnreadable extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Kind {
        /** A workbook, such as XLSX, that was not saved as CSV. */
        WORKBOOK,
        PDF,
        WEB_PAGE,
        /** Bytes that are no text. */
        NO_TEXT,
        /** More rows than the caller accepts. */
        TOO_MANY_ROWS,
        /** A quote is never closed. */
        QUOTE_OPEN,
        /** Text follows a closing quote. */
        AFTER_QUOTE
    }

    private final Kind kind;
    private final int line;

    SheetUnreadable(Kind kind, int line) {
        super(kind + " in line " + line);
        this.kind = kind;
        this.line = line;
    }

    public Kind kind() {
        return kind;
    }

    /** The line in the file, from 1; 0 if it concerns the whole file. */
    public int line() {
        return line;
    }
}
