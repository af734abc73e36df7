/**
 * A random evening in many rooms: people post, answer, edit, react, attach files, join, leave, are removed and added again, and lose their
 * connections. At the end everybody must have been told exactly what they were entitled to, in order, once. Random, from a printed seed:
 * {@code -Dtalk.seed=N} repeats the same choices, though not the same timing. {@link org.hostelchat.talk.EntitlementChecker} reads what every
 * client saw, without looking into the database. A short form runs with every build, the long one with {@code mvn -Pcrash verify}.
 */
package org.hostelchat.talk;
