/**
 * The Faces adapter: one backing bean per page, and the static files that the pages need.
 *
 * <p>Beans hold one request's input and output and call the core. A {@link org.hostelchat.refusal.Refusal} becomes
 * messages beside the fields in one place ({@link org.hostelchat.page.FormOutcome}). May import {@code auth user
 * principal audit changelog room attachment message report presence owndata notice storage form wire csv language text
 * refusal}. Absent on purpose:
 * HttpSession and server-side view state (views are transient, so that no page expires), component libraries, inline
 * scripts, and access rules, which are the core's.
 */
package org.hostelchat.page;
