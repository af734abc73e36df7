package org.hostelchat.user;

/** Why a sign-in session is over. Stored by name. */
public enum SessionEnd {
    /** By its owner, on the device itself or on another one. */
    SIGNED_OUT,
    /** Its owner chose another password on another device. */
    PASSWORD_CHANGED,
    /** The office gave a new initial password. */
    PASSWORD_RESET,
    /** The office ended all sessions of the account. */
    ENDED_BY_OFFICE,
    DEACTIVATED,
    ERASED,
    /** Not used for too long, or as old as sessions get. */
    EXPIRED
}
