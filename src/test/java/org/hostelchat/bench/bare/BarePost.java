package org.hostelchat.bench.bare;

/** What somebody said. */
record BarePost(BareConnection from, String clientId, String body) {}
