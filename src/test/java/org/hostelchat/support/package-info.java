/**
 * What the tests share: a server in a process of its own, and the people, scripts and browsers that talk to it. Imports
 * nothing of the application: these are other people's clients, they know the protocol and nothing else.
 */
package org.hostelchat.support;
