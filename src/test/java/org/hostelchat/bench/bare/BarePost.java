package org.hostelchat.bench.bare;

/** A post. */
record BarePost(BareConnection from, String clientId, String body) {}
