/**
 * Wires the application: the order of start and stop, settings, and adjustments to the server. {@code
 * platform.settings} reads the configuration, {@code platform.db} adapts the database, {@code platform.web} has
 * filters.
 *
 * <p>May import every package of ours; nobody imports it. A package declares the settings record and the ports that it
 * needs, and this one produces them. Absent on purpose: any rule of the hostel.
 */
package org.hostelchat.platform;
