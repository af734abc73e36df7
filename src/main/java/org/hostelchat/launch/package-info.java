/**
 * Starts the server: {@code payara/start} extracts these classes from the WAR and runs {@link
 * org.hostelchat.launch.Main}, which reads the flags, checks that a start can succeed (ports, data folder, disk, heap,
 * keystore), and runs Payara Micro in the same process. Any failure ends the process with an exit code other than 0 and
 * one line on standard error.
 *
 * <p>The application uses some of these classes too, for servers that were started without our script. It may have its
 * own copies, from another class loader: state that both need is kept in system properties, never in static fields.
 *
 * <p>Needs only the JDK; imports no other package of ours. Absent on purpose: anything that needs the database.
 */
package org.hostelchat.launch;
