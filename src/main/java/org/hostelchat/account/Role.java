package org.hostelchat.account;

/** What an account may do. */
public enum Role {
    STUDENT,
    ADMIN
}
