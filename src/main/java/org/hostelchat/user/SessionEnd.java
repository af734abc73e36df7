package org.hostelchat.user;

/** Why a sign-in session ended. Stored by name. */
public enum SessionEnd {
    /** By the user, on the device itself or on another one. */
    SIGNED_OUT,
    /** The user chose another password on another device. */
    PASSWORD_CHANGED,
    /** An official set a new initial password. */
    PASSWORD_RESET,
    /** An official ended all sessions of the account. */
    ENDED_BY_OFFICE,
    DEACTIVATED,
    ERASED,
    /** The last day that the register has for its owner is over. */
    STAY_ENDED,
    /** Not used for too long, or the maximum age was reached. */
    EXPIRED
}
