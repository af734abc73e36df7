/**
 * Forms that come more than once, or after the session has ended: what a form does is done once, however often it is sent, and
 * what was written into one outlives the session.
 *
 * <p>A filter between the gate and the pages; pages know of it by {@link org.hostelchat.form.FormState} and the two fields that
 * their forms carry. May import {@code auth} and {@code principal} of ours, and Jakarta's servlets, JSON and CDI. Everything here
 * is kept in memory, for a bounded time and in bounded number: a restart forgets it, and nothing of it, such as a first
 * password in an answer, is ever written down.
 */
package org.hostelchat.form;
