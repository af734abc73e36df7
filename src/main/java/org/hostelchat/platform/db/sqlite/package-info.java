/**
 * What the file of a SQLite database holds besides its rows: traces of what was deleted, and how they are overwritten. Knows the
 * <a href="https://www.sqlite.org/fileformat2.html">file format</a> and nothing of ours.
 *
 * <p>Absent on purpose: SQL, and the locks that make writing to the file safe; {@code platform.db.ErasureSweep} holds them.
 */
package org.hostelchat.platform.db.sqlite;
