/**
 * Messages that residents bring to the office.
 *
 * <p>{@link org.hostelchat.report.Reporting} stores a report, once for each person and message. {@link
 * org.hostelchat.report.Reports} shows reports to officials: a reported message with a few before and after it, also of
 * direct rooms and private groups, which officials cannot read otherwise. Every such look is in the audit record.
 *
 * <p>Core: imports {@code attachment}, {@code room}, {@code principal}, {@code audit} and {@code storage} of ours. Absent on
 * purpose: what officials do about it (see {@code user.Muting}, and deletion in {@code message}).
 */
package org.hostelchat.report;
