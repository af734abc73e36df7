/**
 * The log of changes: everything that happens in the hostel except events in rooms, in one gapless sequence. Users
 * changed, sessions ended, rooms opened, changed and closed, joined and left, notices posted, edited, withdrawn and
 * received.
 *
 * <p>{@link org.hostelchat.changelog.ChangeLog} appends a {@link org.hostelchat.changelog.Change} in the transaction of
 * the act that causes it, so that neither exists without the other. {@link org.hostelchat.changelog.ChangeTail} reads
 * the log after each commit, and delivers each change once, in order, to every {@link
 * org.hostelchat.changelog.ChangeListener}. It is woken by {@link org.hostelchat.changelog.ChangeHint}, which has no
 * content and may be lost: the tail also polls.
 *
 * <p>An entry has ids and no text: what is shown to people is read at delivery. The log is kept for a limited time
 * ({@link org.hostelchat.changelog.ChangeLog#trim}); a client that returns later starts from the present state.
 *
 * <p>What concerns this process or transaction only is a CDI event instead: {@code ChangeHint} itself, the audit log's
 * lines, and {@code ChangesPending} and {@code UserErasing}, by which other packages take part in a transaction.
 *
 * <p>Core: imports {@code storage} and {@code refusal} of ours, and of Jakarta only persistence, inject and enterprise.
 * Absent on purpose: posts, which have their rooms' sequences, and who acted, which {@code audit} records.
 */
package org.hostelchat.changelog;
