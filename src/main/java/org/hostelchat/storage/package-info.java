/**
 * What the core asks of the database, and what it is told when that can't do it: a port, provided by {@code platform}.
 *
 * <p>Core: imports only {@code refusal} of ours, and of Jakarta only persistence. Absent on purpose: everything that knows a
 * table, and everything that knows which database it is but for the codes by which each says what is wrong.
 */
package org.hostelchat.storage;
