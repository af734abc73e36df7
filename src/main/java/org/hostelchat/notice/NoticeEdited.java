package org.hostelchat.notice;

/**
 * CDI event: a notice reads differently from now on, and so may the name of its room. Observed after the transaction's
 * success.
 *
 * @param notice its words are the new ones; {@code read} and {@code acknowledged} are false whatever anybody did, and to be told to
 *     nobody
 */
public record NoticeEdited(NoticeView notice) {}
