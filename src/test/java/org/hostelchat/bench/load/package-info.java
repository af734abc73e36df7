/**
 * WebSocket clients for load tests, thousands in one process with one or two threads, which check every number that
 * they receive and cost little. They implement the protocol without the server's code. Absent on purpose: a JSON parser
 * (frames are scanned as bytes), TLS, reconnecting.
 */
package org.hostelchat.bench.load;
