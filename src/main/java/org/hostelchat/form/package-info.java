/**
 * Forms that come more than once, or after the sign-in has ended: what a form does is done once, however often it is tapped,
 * and what was written into one outlives the session.
 *
 * <p>Filters between the gate and the pages; no page has to know of them but by {@link org.hostelchat.form.FormState}. May
 * import {@code auth}, {@code principal}, {@code user} and {@code refusal} of ours, and Jakarta's servlets and CDI. Everything
 * here is kept in memory, for a bounded time and in bounded number: a restart forgets it, and nothing of it, such as an initial
 * password in an answer, is ever written down.
 */
package org.hostelchat.form;
