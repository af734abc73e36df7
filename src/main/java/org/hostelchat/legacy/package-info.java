/**
 * Moving in: the people and messages of the report program that a hostel used before, from its SQLite file.
 *
 * <p>{@link org.hostelchat.legacy.ReportFiles} is a port that {@code platform.db} implements: it reads a file that may be anything. People
 * become accounts in one transaction with slips for their initial passwords ({@code user}); messages go through the writer of {@code message},
 * portion by portion, under client ids that follow from the file, so that a repeated call stores nothing twice. May import {@code message},
 * {@code room}, {@code user}, {@code principal}, {@code audit}, {@code storage}. Absent on purpose: the program's passwords, which are never read.
 */
package org.hostelchat.legacy;
