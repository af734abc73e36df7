/**
 * The project's one CSV dialect, written by the API, the console and the command line: RFC 4180, UTF-8, CRLF, a header
 * row, times as ISO 8601 in UTC, and no cell that a spreadsheet would run as a formula.
 *
 * <p>FastCSV does the quoting. Imports nothing of ours, because {@code hostel-cli.jar} contains this package too.
 * Absent on purpose: reading CSV. The only CSV that is read is a register, and {@code cli.roll} must tolerate what no
 * dialect allows.
 */
package org.hostelchat.csv;
