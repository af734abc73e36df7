/**
 * Who may enter: users, their roles, passwords, sign-in sessions and access tokens.
 *
 * <p>Core: imports {@code storage} and {@code refusal} of ours, and of Jakarta only persistence, validation, inject and
 * enterprise. Absent on purpose: cookies, requests, pages (see {@code security} and the doors), and everything that a user
 * says (see {@code message}, which observes {@link org.hostelchat.account.UserErasing}).
 */
package org.hostelchat.account;
