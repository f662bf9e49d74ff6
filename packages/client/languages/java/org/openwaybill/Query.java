package org.openwaybill;

import java.util.Map;
import java.util.TreeMap;

/** What is asked for after the question mark of an address. */
public abstract class Query {
    private final Map<String, String> parameters = new TreeMap<>();

    /** A query that asks for nothing yet. */
    protected Query() {
    }

    /** Asks for something; {@code null} asks for it no more. */
    protected final void set(String name, Object value) {
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, value.toString());
        }
    }

    final Map<String, String> parameters() {
        return parameters;
    }
}
