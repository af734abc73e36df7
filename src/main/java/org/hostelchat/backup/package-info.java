/**
 * Backups while the server runs: a copy of the database as of one moment and the people's files, as one stream in the form of {@link
 * org.hostelchat.backup.archive}. Restoring is for a stopped server and is done by the command line.
 *
 * <p>{@link org.hostelchat.backup.DatabaseSnapshot} is a port that {@code platform.db} implements for each database. May import {@code attachment},
 * {@code audit}, {@code principal}, {@code refusal}, {@code storage}. Absent on purpose: where the stream goes, and how often.
 */
package org.hostelchat.backup;
