/**
 * The format of an exported hostel, which docs/export-format.md describes: one ZIP file with {@code export.json} (what it is), {@code tables/NAME.jsonl},
 * a line for each row, the people's files below {@code files/}, and, last, {@code manifest.json} with the count and digest of each. A file that was cut off
 * anywhere therefore shows it.
 *
 * <p>Used by the server, which writes and reads it, and by the command line, which checks it. Imports {@code text} and no other package of ours. Absent on purpose: what the tables are, and where rows come from and go to.
 */
package org.hostelchat.transfer.archive;
