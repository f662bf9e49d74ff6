package org.openwaybill;

import java.util.Objects;
import java.util.UUID;

/** Names a call, so that the same call made again does its work once. Keep it to go on after a restart. */
public final class IdempotencyKey {
    private final String text;

    private IdempotencyKey(String text) {
        this.text = text;
    }

    /** A key that was kept. It is a UUID, and never made of what the call says. */
    public static IdempotencyKey of(String text) {
        return new IdempotencyKey(Objects.requireNonNull(text));
    }

    /** A new key. */
    public static IdempotencyKey random() {
        return of(UUID.randomUUID().toString());
    }

    /** The key as it is sent, and kept. */
    @Override
    public String toString() {
        return text;
    }
}
