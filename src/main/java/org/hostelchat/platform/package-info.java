/**
 * Wires the house: settings, the data folder, the data source, migrations, health. The only package that knows where settings
 * come from.
 *
 * <p>May import every package of ours; nobody imports it. A package declares the settings record and the ports that it
 * needs, and this one produces them. Absent on purpose: any rule of the hostel.
 */
package org.hostelchat.platform;
