/**
 * Messages: from a draft to its number in the room's log.
 *
 * <p>{@link org.hostelchat.message.MessageWriter} queues drafts, {@link org.hostelchat.message.MessageBatch} stores all
 * waiting ones in one transaction, {@link org.hostelchat.message.MessageLog} reads them, {@link
 * org.hostelchat.message.MessageFeed} is called after the commit and never before.
 *
 * <p>Derived tables are written in the same transaction: reactions and pins by {@link
 * org.hostelchat.message.StandingMarks}, mentions by {@link org.hostelchat.message.Mentions}. {@link
 * org.hostelchat.message.MessageHistory} combines all of it into pages.
 *
 * <p>Core: imports {@code attachment}, {@code room}, {@code auth}, {@code user}, {@code principal}, {@code audit}, {@code storage}, {@code meter}, {@code text}, {@code
 * language}, {@code refusal} of ours. Absent on purpose: sockets and frames (see {@code live}), and paging or resuming
 * by time.
 */
package org.hostelchat.message;
