/**
 * Presence: leases that are renewed while a person's connection shows signs of life, because a close event may never
 * come. Who is present on other nodes is told by {@code platform.cluster}.
 *
 * <p>Core: imports {@code principal} and {@code refusal} of ours. Absent on purpose: storage. After a restart nobody is
 * present until they are seen again.
 */
package org.hostelchat.presence;
