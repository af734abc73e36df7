package org.hostelchat.cluster;

/** A port: which node does the work that only one of them may do at a time. Provided by {@code platform.cluster}. */
public interface Upkeep {

    /**
     * Whether this node does it. A node that was frozen may believe so for a moment after another one has taken over:
     * such work must store its results so that what was done twice, or late, is refused.
     */
    boolean isHere();
}
