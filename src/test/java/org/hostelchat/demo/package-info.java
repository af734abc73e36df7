/**
 * A hostel full of people, to try out and to measure: a roll of 300, 20,000 messages in a dozen languages, 20 notices,
 * and screenshots of it. Run by {@code payara/demo}. Uses what any client may use: the command line, the API, the
 * socket.
 */
package org.hostelchat.demo;
