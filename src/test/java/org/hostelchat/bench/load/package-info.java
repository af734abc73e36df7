/**
 * A crowd of WebSocket clients in one process and one or two threads, for load: thousands of connections that check
 * every number they are given and cost little. Speaks the protocol as written, knows nothing of the server's code; absent
 * on purpose: a JSON parser (frames are scanned as bytes), TLS, reconnecting.
 */
package org.hostelchat.bench.load;
