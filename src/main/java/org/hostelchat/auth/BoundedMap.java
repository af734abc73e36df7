package org.hostelchat.auth;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that lets its eldest entry go when it holds too many. Not thread-safe. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private final int most;

    /** @param most how many entries it holds */
    public BoundedMap(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
