/**
 * The gate: who makes a request, whether they may pass, and what every answer carries to keep browsers safe.
 *
 * <p>May import {@code auth}, {@code user}, {@code principal}, {@code audit}, {@code form}, {@code wire} and {@code refusal} of ours, and Jakarta's servlets, security and CDI. Absent on purpose:
 * rights within the hostel, which the core decides, and any HTTP session: sign-in sessions are rows of {@code auth}.
 */
package org.hostelchat.security;
