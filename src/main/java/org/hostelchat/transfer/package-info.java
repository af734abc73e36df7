/**
 * A whole hostel as a file that does not depend on the database: from SQLite to PostgreSQL, and back.
 *
 * <p>{@link org.hostelchat.transfer.HostelTables} lists every table and column that is exported, and every table that is not, with the reason; a test holds it
 * against the real schema of both databases. {@link org.hostelchat.transfer.TransferDatabase} is a port that {@code platform.db} implements. May import {@code
 * attachment}, {@code changelog}, {@code audit}, {@code principal}, {@code storage}. Absent on purpose: what the rows mean.
 */
package org.hostelchat.transfer;
