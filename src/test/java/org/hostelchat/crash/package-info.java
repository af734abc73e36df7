/**
 * Tries to lose, double or disorder messages: clients that break their lines at any point, and servers that are killed with
 * {@code kill -9} at any moment. Random, from a printed seed: {@code -Dcrash.seed=N} makes the same choices again, though
 * not the same timing. What every client did and saw is written to
 * {@code target/crash/}, and {@link org.hostelchat.crash.HistoryChecker} finds in it what no correct server shows; {@link org.hostelchat.crash.StoredState}
 * compares it with what is stored. A short form runs with every build, the long one with {@code mvn -Pcrash verify}.
 */
package org.hostelchat.crash;
