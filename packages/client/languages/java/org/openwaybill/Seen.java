package org.openwaybill;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what was handled, so that an event that comes again is not handled again. */
public interface Seen {
    /** Whether it was handled. */
    boolean has(String key) throws Exception;

    /** Remembers it until then. */
    void add(String key, Instant until) throws Exception;

    /** A memory that a restart loses; one that is shared between processes is better. */
    static Seen inMemory(Clock clock) {
        Map<String, Instant> kept = new ConcurrentHashMap<>();
        return new Seen() {
            @Override
            public boolean has(String key) {
                return kept.containsKey(key);
            }

            @Override
            public void add(String key, Instant until) {
                kept.values().removeIf(end -> !end.isAfter(clock.instant()));
                kept.put(key, until);
            }
        };
    }
}
