/**
 * Protects forms against double submission and lost sessions: a form is executed at most once, however often it is
 * sent, and its content survives the end of the session.
 *
 * <p>A filter between the gate and the pages; pages use {@link org.hostelchat.form.FormState} and two hidden fields in
 * their forms. May import {@code auth}, {@code principal} and {@code time} of ours, and Jakarta's servlets, JSON and CDI. Everything
 * is kept in memory, limited in time and number, and never written to disk, because a response may hold an initial
 * password.
 */
package org.hostelchat.form;
