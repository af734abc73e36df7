package org.hostelchat.user;

import org.hostelchat.language.Phrase;

/**
 * Why a row of a file cannot be stored.
 *
 * @param row its number in a spreadsheet, from 1
 * @param field such as {@code enrolmentNumber}
 */
public record RollError(int row, String field, Phrase message) {}
