/**
 * Counters since the start of the process, cheap enough for the most frequent operations.
 *
 * <p>Imports no other package of ours. Absent on purpose: publishing them, which {@code platform} does.
 */
package org.hostelchat.meter;
