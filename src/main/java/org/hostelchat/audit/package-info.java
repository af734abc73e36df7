/**
 * What was done by whom. {@link org.hostelchat.audit.AuditTrail} writes the record: entries in the same transaction as the acts,
 * chained by their hashes, read by {@link org.hostelchat.audit.AuditSearch} and checked by
 * {@link org.hostelchat.audit.AuditVerifier}. {@link org.hostelchat.audit.AuditLog} writes lines of text, of the same acts and of
 * much that is not in the record, such as sign-ins that failed.
 *
 * <p>Core: imports {@code principal}, {@code storage}, {@code time} and {@code refusal} of ours, and of Jakarta only persistence,
 * inject and enterprise. Absent on purpose: passwords, keys and tokens, which are never handed to it, and what was said in rooms.
 */
package org.hostelchat.audit;
