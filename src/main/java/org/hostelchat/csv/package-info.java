/**
 * The one CSV dialect of the project, written by the API, the console and the command line: RFC 4180, UTF-8, CRLF, a header row, times as ISO
 * 8601 in UTC, and no cell that a spreadsheet would run as a formula.
 *
 * <p>FastCSV does the quoting. Imports nothing of ours, because {@code hostel-cli.jar} contains this package too. Absent on
 * purpose: reading CSV. The only CSV that is read is a roll, and {@code cli.roll} has to forgive what no dialect allows.
 */
package org.hostelchat.csv;
