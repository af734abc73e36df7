package org.hostelchat.auth;

import java.util.Locale;

/** What a token may do of what its rights allow. */
public enum TokenScope {
    /** Everything. */
    ALL,
    /** The calls of the API that change nothing, the figures, and the description of the API. */
    READ,
    /** The figures ({@code /metrics}) and nothing else. */
    METRICS;

    /** The name that clients know. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
