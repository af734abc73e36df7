/**
 * Tests that run inside the server, beside the application's beans (Arquillian). Each class starts a server of its own,
 * which takes half a minute on a small machine: what can be seen from outside is tested from outside.
 */
package org.hostelchat.incontainer;
