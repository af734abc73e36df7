/**
 * What the hostel holds of one person, for that person: their account, messages, reactions, files, acknowledgements,
 * sessions, reports, and what they chose.
 *
 * <p>Core: imports {@code attachment}, {@code principal}, {@code audit}, {@code storage}, {@code time} and {@code refusal} of ours, and of
 * Jakarta only persistence, inject and enterprise. Absent on purpose: what others wrote, secrets and their digests, and the form in which it is
 * sent (see {@code wire}).
 */
package org.hostelchat.owndata;
