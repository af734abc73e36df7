package org.hostelchat.user;

/** An account and its initial password, which is told this once. */
public record InitialSlip(User user, String password) {}
