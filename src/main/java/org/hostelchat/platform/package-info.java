/**
 * Wires the house: what starts when, who gets which settings, and the server below. {@code platform.settings} reads what the
 * operator configured, {@code platform.db} is the database, {@code platform.web} holds filters.
 *
 * <p>May import every package of ours; nobody imports it. A package declares the settings record and the ports that it
 * needs, and this one produces them. Absent on purpose: any rule of the hostel.
 */
package org.hostelchat.platform;
