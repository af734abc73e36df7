/**
 * The residents' register: who lives in the hostel, what they are called, which role they have, where they live and what they study.
 *
 * <p>Core: imports {@code principal}, {@code audit}, {@code changelog}, {@code storage}, {@code csv}, {@code language}, {@code
 * text}, {@code refusal} of ours, and of Jakarta only persistence, inject and enterprise. Absent on purpose: signing
 * in. What the register needs of it is the interface {@link org.hostelchat.user.Credentials}, implemented by {@code
 * auth}. Messages are {@code message}'s, which observes {@link org.hostelchat.user.UserErasing}.
 */
package org.hostelchat.user;
