/**
 * Reads a roll: the list of people that an office keeps in a spreadsheet, as spreadsheets save it. Forgives what is only form (encoding,
 * separator, words of the heading, invisible characters, repeated headings) and points out what is damaged (dates and rounded numbers
 * where enrolment numbers were). FastCSV does the splitting; imports nothing of ours but {@code cli.text} and {@code text}, and knows no server.
 */
package org.hostelchat.cli.roll;
