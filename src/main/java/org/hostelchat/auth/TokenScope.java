package org.hostelchat.auth;

import java.util.Locale;

/** Restricts what a token may do. */
public enum TokenScope {
    /** No restriction. */
    ALL,
    /** The calls of the API that change nothing, the metrics, and the OpenAPI document. */
    READ,
    /** The metrics ({@code /metrics}) only. */
    METRICS;

    /** The name used by clients. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
