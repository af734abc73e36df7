/**
 * The project's one CSV dialect, written by the API, the console and the command line: RFC 4180, UTF-8, CRLF, a header
 * row, times as ISO 8601 in UTC, and no cell that a spreadsheet would run as a formula.
 *
 * <p>FastCSV does the quoting. Imports nothing of ours, because {@code hostel-cli.jar} contains this package too.
 *
 * <p>What is read is another matter: {@code Sheet} and its kin read lists of people as spreadsheets save them, and tolerate what no
 * dialect allows. The register's import and the command line use the same reader. Absent on purpose: words for people, since
 * callers say in the reader's language what is wrong.
 */
package org.hostelchat.csv;
