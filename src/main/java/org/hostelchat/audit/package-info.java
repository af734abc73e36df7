/**
 * Records who did what. {@link org.hostelchat.audit.AuditTrail} writes the record: entries in the same transaction as
 * the acts, linked by their hashes, searched by {@link org.hostelchat.audit.AuditSearch} and verified by {@link
 * org.hostelchat.audit.AuditVerifier}. {@link org.hostelchat.audit.AuditLog} writes lines of text about the same acts,
 * and about events that are not in the record, such as failed sign-ins.
 *
 * <p>Core: imports {@code principal}, {@code storage}, {@code time} and {@code refusal} of ours, and of Jakarta only
 * persistence, inject and enterprise. Absent on purpose: passwords, keys and tokens, which must never be passed to it,
 * and messages.
 */
package org.hostelchat.audit;
