/**
 * The benchmark: {@code payara/bench SCENARIO}. Starts the built server and, beside it, a bare one, each in a process of its
 * own, puts load on them from this one, and writes down what came of it. Not a test: nothing here fails a build.
 */
package org.hostelchat.bench;
