/**
 * The database: its connections, its migrations, whose turn it is to write, and what of deleted words is left in its files. {@link
 * org.hostelchat.platform.db.DatabaseDialect} is the one place that knows what differs between SQLite and PostgreSQL; {@link
 * org.hostelchat.platform.db.Database} is the way that everybody takes.
 *
 * <p>Implements the ports of {@code storage}; imports {@code platform.settings}, {@code launch} and the core. Absent on purpose:
 * queries; each package of the core has its own.
 */
package org.hostelchat.platform.db;
