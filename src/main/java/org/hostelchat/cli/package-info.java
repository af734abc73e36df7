/**
 * The command line: what a warden's office or a script does without a browser, over the same HTTP API as everybody.
 *
 * <p>Becomes {@code hostel-cli.jar}, which runs on its own with nothing but a JRE, on machines that have no server and no repository: it
 * imports nothing of ours but {@code csv}, {@code language}, {@code text} and {@code wire.json}, and of libraries picocli, Jakarta JSON and FastCSV, which are
 * in the jar too. On purpose nothing
 * lives here that the server knows better: rules about users, messages and notices are the server's, and its answers are shown as they come.
 * Only a roll ({@code cli.roll}) is checked here first, because half a roll must not be sent.
 */
package org.hostelchat.cli;
