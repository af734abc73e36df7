/**
 * How a terminal displays text: its width, and which characters of others' text must not reach it; and the command
 * line's messages. Imports only {@code language} of ours.
 */
package org.hostelchat.cli.text;
