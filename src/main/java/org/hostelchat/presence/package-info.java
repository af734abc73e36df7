/**
 * Who is here: leases that are renewed while a person's line shows life, never trust in a close event.
 *
 * <p>Core: imports {@code principal} and {@code refusal} of ours. Absent on purpose: storage. After a restart
 * nobody is here until they are seen again.
 */
package org.hostelchat.presence;
