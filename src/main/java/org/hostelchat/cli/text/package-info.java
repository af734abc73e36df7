/** What a terminal makes of text: how wide it is drawn, and what of other people's text must not reach it. Imports nothing of ours. */
package org.hostelchat.cli.text;
