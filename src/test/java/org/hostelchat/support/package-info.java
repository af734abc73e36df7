/**
 * Shared by the tests: a server in a process of its own, and clients of it: people, scripts and browsers. Imports
 * nothing of the application, because clients know only the protocol.
 */
package org.hostelchat.support;
