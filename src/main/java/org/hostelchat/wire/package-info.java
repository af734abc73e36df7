/**
 * The form in which things leave the house: for each kind of thing one list of its fields, by which the API writes JSON and CSV, the
 * socket its frames and the console its files. What is in several answers is written in one place, and a new field is one line.
 *
 * <p>{@link org.hostelchat.wire.ObjectForm} is such a list; {@link org.hostelchat.wire.AuditForms}, {@link org.hostelchat.wire.EventForms}, {@link
 * org.hostelchat.wire.NoticeForms}, {@link org.hostelchat.wire.RoomForms}, {@link org.hostelchat.wire.UserForms} and {@link
 * org.hostelchat.wire.TokenForms} have all there are. Doors choose what stands around it: a list, a frame, a file. {@link
 * org.hostelchat.wire.ProblemAnswer} turns a problem into an HTTP answer. What is below, {@link org.hostelchat.wire.json}, reads and writes
 * JSON and knows nothing of ours, so that the command line uses it too.
 *
 * <p>Imports the core, {@code refusal} and {@code text}; doors import it. Absent on purpose: reflection, trees of JSON that are made to be
 * written, rights (whoever holds a thing here may see it), and the bodies of requests, which are each a call's own.
 */
package org.hostelchat.wire;
