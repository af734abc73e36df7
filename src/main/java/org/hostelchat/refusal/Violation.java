package org.hostelchat.refusal;

/**
 * What is wrong with one field of an input.
 *
 * @param field the field's name as the client sent it
 * @param message what to do about it, for people
 */
public record Violation(String field, String message) {}
