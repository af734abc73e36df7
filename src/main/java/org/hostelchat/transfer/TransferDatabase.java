package org.hostelchat.transfer;

import java.sql.Connection;
import java.sql.SQLException;

/** A port: what databases do differently. Implemented by {@code platform.db}. */
public interface TransferDatabase {

    /** A connection of the caller's own that sees the database as of one moment, lets others write, and cannot write. Queries fetch rows as they are read. */
    Connection openAsOfNow() throws SQLException;

    /** What follows a column in an order, so that text is in the order of its UTF-8 bytes. */
    String collation();

    /** What stands before the values of an insert that brings its own ids. */
    String withOwnIds();

    /** The last number that a table has given to a row. */
    long lastId(Connection connection, String table) throws SQLException;

    /** Has a table go on after this number. */
    void setLastId(Connection connection, String table, long last) throws SQLException;
}
