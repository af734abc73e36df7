/**
 * The benchmark: {@code payara/bench SCENARIO}. Starts the built server and a minimal one for comparison, each in a
 * process of its own, puts load on them from this process, and records the results. Not a test: it never fails a build.
 */
package org.hostelchat.bench;
