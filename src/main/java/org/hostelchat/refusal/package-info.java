/**
 * Why something was not done, in one sealed family, so that every door translates it exactly once.
 *
 * <p>Imports {@code language} of ours, in whose words it speaks; every other package may import it. Absent on purpose: any knowledge of the doors. A
 * {@link org.hostelchat.refusal.Problem} has the form of RFC 9457 because that is what all our clients read, the socket's
 * included.
 */
package org.hostelchat.refusal;
