package org.openwaybill;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** The end of the time that an exchange has. */
final class Deadline {
    private final long until;

    Deadline(long milliseconds) {
        until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }

    /** Milliseconds that are left, at least one: to a socket none would mean for ever. */
    int left() throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("No whole answer came in time.");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}
