package org.hostelchat.cluster;

import java.util.List;

/** Is told what other nodes hint at. Called by one thread at a time, which waits for it. */
public interface HintListener {

    void onHints(List<Hint> hints);

    /** Hints may have been lost: nodes came or went, or the way between them was broken. */
    void onHintsMissed();
}
