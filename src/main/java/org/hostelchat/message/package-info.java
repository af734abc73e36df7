/**
 * What is said, in order: the way of a message from a draft to its place in the room's log.
 *
 * <p>{@link org.hostelchat.message.MessageWriter} queues drafts, {@link org.hostelchat.message.MessageBatch} commits all that
 * wait in one transaction, {@link org.hostelchat.message.MessageLog} reads them back, {@link
 * org.hostelchat.message.MessageFeed} is told after the commit and never before.
 *
 * <p>What stands beside the log is derived from it in the same transaction: {@link org.hostelchat.message.StandingMarks} the reactions and pins, {@link
 * org.hostelchat.message.Mentions} where somebody is mentioned. {@link org.hostelchat.message.MessageHistory} folds all of it into pages.
 *
 * <p>Core: imports {@code room}, {@code user}, {@code principal}, {@code audit}, {@code storage} and {@code refusal} of ours. Absent on purpose: sockets and frames (see
 * {@code live}), and any paging or resuming by time.
 */
package org.hostelchat.message;
