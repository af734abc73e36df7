/**
 * The record of what was done by whom, one line an act.
 *
 * <p>Core: imports {@code principal} and {@code refusal} of ours. Absent on purpose: passwords, keys and tokens, which are
 * never handed to it.
 */
package org.hostelchat.audit;
