package org.openwaybill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a message is made of; only the run time makes them, so that every message is whole. */
public final class Values {
    final Shape<?> shape;
    final Map<String, Object> members;
    final Map<String, Object> additional;

    Values(Shape<?> shape, Map<String, Object> members, Map<String, Object> additional) {
        this.shape = shape;
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.additional = Collections.unmodifiableMap(new LinkedHashMap<>(additional));
    }
}
