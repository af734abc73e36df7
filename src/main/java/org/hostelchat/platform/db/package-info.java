/**
 * The database: connections, migrations, permits to write, and the removal of deleted text from its files. {@link
 * org.hostelchat.platform.db.DatabaseDialect} is the only place with differences between SQLite and PostgreSQL; {@link
 * org.hostelchat.platform.db.Database} is the only access for all other packages.
 *
 * <p>Implements the ports of {@code storage}, {@code search}, {@code backup}, {@code legacy} and {@code transfer}; imports {@code platform.settings}, {@code launch} and the core. Absent on
 * purpose: queries; each package of the core has its own.
 */
package org.hostelchat.platform.db;
