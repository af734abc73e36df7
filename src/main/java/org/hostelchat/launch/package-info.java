/**
 * What comes before the server: {@code payara/start} takes these classes out of the WAR and runs {@link
 * org.hostelchat.launch.Main}, which reads the flags, sees that a start can succeed (ports, data folder, disk, heap, keystore),
 * and hands over to Payara Micro in the same process. Whatever goes wrong ends the process with an exit code other than 0 and one
 * line on standard error.
 *
 * <p>The application, which uses some of them where the server was started without our script, may be given its own copies by
 * another class loader: what both must know stands in system properties, never in static fields.
 *
 * <p>Needs only the JDK; imports nothing of ours. Absent on purpose: anything that needs the database.
 */
package org.hostelchat.launch;
