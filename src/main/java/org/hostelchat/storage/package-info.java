/**
 * What the core requires of the database, and the translation of its failures: a port, provided by {@code platform}. Also
 * limits of how many use it at once.
 *
 * <p>Core: imports only {@code refusal} of ours, and of Jakarta only persistence. Absent on purpose: tables, and
 * differences between databases except for their error codes.
 */
package org.hostelchat.storage;
