/**
 * Elapsed time.
 *
 * <p>Imports no other package of ours. Absent on purpose: the hostel's calendar day, which the settings determine.
 */
package org.hostelchat.time;
