package org.openwaybill;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds a value of a person so that no text, log or writer of JSON shows it; {@link #expose()} gives the value. */
public final class Personal<T> {
    private static final String SHOWN = "[personal]";

    // whoever reads fields by reflection finds no value in it
    private final Supplier<T> value;

    private Personal(T value) {
        Objects.requireNonNull(value);
        this.value = () -> value;
    }

    static <T> Optional<Personal<T>> of(Optional<T> value) {
        return value.map(Personal::new);
    }

    /** The value itself. */
    public T expose() {
        return value.get();
    }

    @Override
    public String toString() {
        return SHOWN;
    }
}
