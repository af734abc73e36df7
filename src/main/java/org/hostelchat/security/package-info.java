/**
 * Identifies the caller of each request, decides whether the request may pass, and adds security headers to every
 * response.
 *
 * <p>May import {@code auth}, {@code user}, {@code principal}, {@code audit}, {@code form}, {@code wire},
 * {@code language} and {@code refusal} of ours, and Jakarta's servlets, security and CDI. Absent on purpose: rights within the hostel, which the
 * core decides, and HTTP sessions: sign-in sessions are rows of {@code auth}.
 */
package org.hostelchat.security;
