/**
 * The baseline: a socket in the same container with as little as possible behind it. It sends every post to everybody
 * in the same frames, with the same one write per connection and round, and does not authenticate, store or check.
 * Deployed as a WAR of its own; imports nothing of ours.
 */
package org.hostelchat.bench.bare;
