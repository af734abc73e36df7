/**
 * The command line: what the warden's office and scripts do without a browser, over the public HTTP API.
 *
 * <p>Becomes {@code hostel-cli.jar}, which needs only a JRE and runs on machines without a server or a repository. So
 * it imports nothing of ours but {@code csv}, {@code language}, {@code text}, {@code wire.json} and the formats
 * of backups and exports ({@code backup.archive}, {@code transfer.archive}), and of libraries
 * picocli, Jakarta JSON and FastCSV, which are in the jar. Absent on purpose: rules about users, messages and notices.
 * The server checks them, and its answers are shown as they are. Only a roll ({@code cli.roll}) is checked here first,
 * because half a roll must not be sent.
 */
package org.hostelchat.cli;
