package org.hostelchat.notice;

/**
 * CDI event: a person has read or acknowledged a notice, which changed what was stored. Observed after the transaction's success.
 *
 * @param userId whose receipt it is
 * @param acknowledgedVersion the version that was acknowledged; null if the notice was only read
 */
public record ReceiptChanged(long userId, long noticeId, Long acknowledgedVersion) {}
