package org.hostelchat.attachment;

/**
 * The limits of files. Produced by {@code platform}.
 *
 * @param largest the most bytes of one file
 * @param perPerson the most bytes of all files of one person
 * @param total the most bytes of all files
 */
public record FileSettings(long largest, long perPerson, long total) {}
