/**
 * Reads a roll: the list of people that an office keeps in a spreadsheet, saved as CSV. Tolerates differences in form
 * (encoding, separator, wording of headings, invisible characters, repeated headings) and reports damage (dates and
 * rounded numbers in place of enrolment numbers). {@code csv} splits and
 * understands the file. Imports nothing of ours but {@code csv}, {@code cli.text} and {@code text}. Absent on purpose: calls to the server.
 */
package org.hostelchat.cli.roll;
