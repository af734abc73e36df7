/**
 * Tries to make the server lose, duplicate or reorder messages: with clients that break their connections at any point,
 * and servers that are killed with {@code kill -9} at any moment. Random, from a printed seed: {@code -Dcrash.seed=N}
 * repeats the same choices, though not the same timing. Everything that clients did and saw is written to {@code
 * target/crash/}. {@link org.hostelchat.crash.HistoryChecker} searches it for what no correct server shows; {@link
 * org.hostelchat.crash.StoredState} compares it with what is stored. A short form runs with every build, the long one
 * with {@code mvn -Pcrash verify}.
 */
package org.hostelchat.crash;
