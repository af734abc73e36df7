/**
 * The residents' register: who lives in the hostel, what they are called, and which role they have.
 *
 * <p>Core: imports {@code principal}, {@code audit}, {@code changelog}, {@code storage} and {@code refusal} of ours, and of Jakarta only
 * persistence, inject and enterprise. Absent on purpose: how somebody signs in. The register asks for what it needs of that
 * through {@link org.hostelchat.user.Credentials}, which {@code auth} provides. What a person said is {@code message}'s, which
 * observes {@link org.hostelchat.user.UserErasing}.
 */
package org.hostelchat.user;
