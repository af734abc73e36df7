/**
 * The Faces door: one backing bean per page, and the static files that the pages need.
 *
 * <p>Beans hold one request's input and answer and call the core; a {@link org.hostelchat.refusal.Refusal} becomes messages
 * beside the fields in one place ({@link org.hostelchat.page.FormOutcome}). May import {@code auth user principal audit room message presence
 * notice storage form wire csv refusal}. Absent on purpose: HttpSession and view state (views are transient, so that no page ever expires),
 * component suites, inline scripts, and rights, which the core decides.
 */
package org.hostelchat.page;
