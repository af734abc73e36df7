package org.hostelchat.principal;

/** What an account may do. */
public enum Role {
    STUDENT,
    ADMIN
}
