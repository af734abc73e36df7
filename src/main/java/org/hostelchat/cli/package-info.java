/**
 * The command line: what a warden's office or a script does without a browser, over the same HTTP API as everybody.
 *
 * <p>Runs on its own, with nothing but a JDK, on machines that have no server and no repository: it imports nothing of
 * ours, no Jakarta and no library. That is why a small JSON reader lives here, and on purpose nothing else does that the
 * server knows better: rules about accounts, messages and notices are the server's, and its answers are shown as they
 * come. Only a roll is checked here first, because half a roll must not be sent.
 */
package org.hostelchat.cli;
