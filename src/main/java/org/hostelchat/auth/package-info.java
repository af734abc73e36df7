/**
 * Who is calling: passwords, sign-in sessions, access tokens, the keys in the data folder, and what slows down guessing.
 *
 * <p>Core: imports {@code user}, {@code principal}, {@code audit}, {@code changelog}, {@code storage} and {@code refusal} of ours, and of Jakarta only
 * persistence, inject and enterprise. Absent on purpose: cookies, requests and pages (see {@code security} and the doors), and
 * what a caller may do, which each service decides.
 */
package org.hostelchat.auth;
