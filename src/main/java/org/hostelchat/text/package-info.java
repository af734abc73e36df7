/**
 * Rules for text in all scripts: which characters are visible, what a message or a name may consist of, in what form
 * texts are compared and searched; and hashes.
 *
 * <p>Imports only {@code refusal} and {@code language} of ours; every other package of the server may import it. Absent
 * on purpose: rules of single fields, which are in the fields' packages.
 */
package org.hostelchat.text;
