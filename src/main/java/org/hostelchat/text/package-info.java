/**
 * What counts as text, whatever the script: which characters show something, what a message or a name may consist of, and by
 * what texts are compared and found; and the hash of one.
 *
 * <p>Imports only {@code refusal} of ours; every other package of the server may import it. Absent on purpose: what a particular
 * field may be, which its package says.
 */
package org.hostelchat.text;
