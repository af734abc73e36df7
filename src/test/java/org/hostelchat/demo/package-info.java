/**
 * A hostel full of people, to look at and to measure on: a roll of 300, 20,000 messages in a dozen languages, 20 notices,
 * and pictures of it all. Run by {@code payara/demo}. Uses what any client may: the command line, the API, the socket.
 */
package org.hostelchat.demo;
