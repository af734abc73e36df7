package org.hostelchat.auth;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that drops its eldest entry when it has too many. Not thread-safe. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private final int most;

    /** @param most the maximal number of entries */
    public BoundedMap(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
