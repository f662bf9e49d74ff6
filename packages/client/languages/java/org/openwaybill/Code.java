package org.openwaybill;

import java.util.Objects;

/**
 * One of a list that may grow: any text, with constants for what this release knows. No {@code enum}, which could not
 * hold what a later release adds.
 */
public abstract class Code {
    private final String text;

    /** A code of that text, known or not. */
    protected Code(String text) {
        this.text = Objects.requireNonNull(text);
    }

    /** Whether this release has it. */
    public abstract boolean isKnown();

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && text.equals(((Code) other).text);
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    /** The text as it came. */
    @Override
    public final String toString() {
        return text;
    }
}
