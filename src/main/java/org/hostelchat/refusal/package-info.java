/**
 * Why an act was refused: one sealed family, which each adapter translates exactly once.
 *
 * <p>Imports {@code language} of ours for the texts; every other package may import it. Absent on purpose: any
 * knowledge of the adapters. A {@link org.hostelchat.refusal.Problem} has the form of RFC 9457, because all our clients
 * read it, including those of the socket.
 */
package org.hostelchat.refusal;
