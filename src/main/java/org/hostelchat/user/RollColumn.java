package org.hostelchat.user;

/**
 * A column of a file with residents.
 *
 * @param header what stands above it
 * @param field {@code name}, {@code firstName}, {@code middleName}, {@code lastName}, {@code enrolmentNumber}, the code of a
 *     {@link RegisterColumn}, or null for a column that is not read
 */
public record RollColumn(String header, String field) {}
