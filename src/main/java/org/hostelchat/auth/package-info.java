/**
 * Authentication: passwords, sign-in sessions, access tokens, the key files in the data folder, and throttles against
 * guessing.
 *
 * <p>Core: imports {@code user}, {@code principal}, {@code audit}, {@code changelog}, {@code storage}, {@code
 * time}, {@code meter} and {@code refusal} of ours, and of Jakarta only persistence, inject and enterprise. Absent on purpose: cookies, requests and
 * pages (see {@code security} and the adapters), and authorisation, which each service decides.
 */
package org.hostelchat.auth;
