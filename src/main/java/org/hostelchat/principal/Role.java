package org.hostelchat.principal;

/** The role of an account, which determines its rights. */
public enum Role {
    STUDENT,
    ADMIN
}
