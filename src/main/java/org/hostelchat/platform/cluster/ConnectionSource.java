package org.hostelchat.platform.cluster;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens new connections to the database, which are not pooled: for those that stay open. */
@FunctionalInterface
public interface ConnectionSource {

    Connection open() throws SQLException;
}
