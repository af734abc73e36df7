/**
 * Finds and overwrites traces of deleted data in the file of a SQLite database. Depends on the <a
 * href="https://www.sqlite.org/fileformat2.html">file format</a> only.
 *
 * <p>Absent on purpose: SQL, and the locks that make writing to the file safe, which {@code platform.db.ErasureSweep}
 * holds.
 */
package org.hostelchat.platform.db.sqlite;
