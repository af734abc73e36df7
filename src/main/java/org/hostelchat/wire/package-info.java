/**
 * How objects are written: for each kind one list of fields, by which the API writes JSON and CSV, the WebSocket its
 * frames and the console its files. Objects that occur in several responses are written in one place, and a new field
 * is one line.
 *
 * <p>{@link org.hostelchat.wire.ObjectForm} is such a list; {@link org.hostelchat.wire.AuditForms}, {@link
 * org.hostelchat.wire.EventForms}, {@link org.hostelchat.wire.NoticeForms}, {@link org.hostelchat.wire.RoomForms},
 * {@link org.hostelchat.wire.UserForms} and {@link org.hostelchat.wire.TokenForms} define all of them. Adapters write
 * what surrounds the objects: a list, a frame, a file. {@link org.hostelchat.wire.ProblemAnswer} writes problems as
 * HTTP responses, {@link org.hostelchat.wire.FetchSite} refuses downloads that another site triggered. {@link org.hostelchat.wire.json} reads and writes JSON and imports nothing of ours, because the
 * command line contains it too.
 *
 * <p>Imports the core, {@code refusal} and {@code text}; adapters import it. Absent on purpose: reflection, trees of
 * JSON for writing, access control (callers must have checked it), and request bodies, which are specific to each
 * call, except {@link org.hostelchat.wire.ReferencesReader}, since what a post refers to comes by API and WebSocket alike,
 * and {@link org.hostelchat.wire.WholeBody}, which finds the bytes of a large body.
 */
package org.hostelchat.wire;
