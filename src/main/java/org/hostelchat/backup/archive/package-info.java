/**
 * The format of a backup: one ZIP file with {@code backup.properties} (what it is), the database, the people's files below
 * {@code files/}, and, last, {@code SHA256SUMS} with the digest of everything before it in the form of {@code sha256sum}. A file
 * that was cut off anywhere therefore shows it.
 *
 * <p>Used by the server, which writes it, and by the command line, which checks and restores it. Needs only the JDK; imports {@code
 * text} and no other package of ours. Absent on purpose: where the contents come from and go to.
 */
package org.hostelchat.backup.archive;
