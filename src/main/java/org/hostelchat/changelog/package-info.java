/**
 * The log of changes: what happens in the hostel outside of what is said in rooms, in one dense sequence of its own. Users changed, sessions
 * ended, rooms opened, changed and closed, joined and left, notices posted, edited, withdrawn and received.
 *
 * <p>{@link org.hostelchat.changelog.ChangeLog} appends a {@link org.hostelchat.changelog.Change} in the transaction of the act that brings
 * it about, so that there is neither without the other. {@link org.hostelchat.changelog.ChangeTail} reads on after each commit, and tells
 * every {@link org.hostelchat.changelog.ChangeListener} each change once, in order. That there is something to read it learns by
 * {@link org.hostelchat.changelog.ChangeHint}, which says nothing of what it is and may be lost: the tail also looks by itself.
 *
 * <p>An entry has numbers and no words: what is shown to people is read when it is told. The log is kept for a while only
 * ({@link org.hostelchat.changelog.ChangeLog#trim}); whoever comes back after longer begins with the present state.
 *
 * <p>Not in here, but CDI events, is what concerns this process alone: {@code ChangeHint} itself, the audit log's lines, and {@code
 * UserErasing}, by which others take part in a transaction.
 *
 * <p>Core: imports {@code storage} and {@code refusal} of ours, and of Jakarta only persistence, inject and enterprise. Absent on purpose:
 * posts, which have their rooms' sequences, and who did it, which {@code audit} records.
 */
package org.hostelchat.changelog;
