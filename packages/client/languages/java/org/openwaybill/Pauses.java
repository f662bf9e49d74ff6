package org.openwaybill;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;

/** How long to wait before a call is repeated. */
final class Pauses {
    /** The first pause is at most this; every further one may be twice as long, up to the last. */
    private static final long FIRST_MILLISECONDS = 200;
    private static final long LAST_MILLISECONDS = 20_000;
    private static final double LARGEST_SHARE = 0xffff;

    private Pauses() {
    }

    /** Retry-After from now: seconds or a date (RFC 9110 section 10.2.3). */
    static Optional<Duration> asked(String header, Instant now) {
        if (header.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            Instant at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(at.isBefore(now) ? Duration.ZERO : Duration.between(now, at));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    /** Exponential, with full jitter: many callers that were refused at once do not come back at once. */
    static Duration backOff(int tried, Consumer<byte[]> random) {
        byte[] share = new byte[2];
        random.accept(share);
        double part = ((share[0] & 0xff) << 8 | share[1] & 0xff) / LARGEST_SHARE;
        double ceiling = Math.min(LAST_MILLISECONDS, FIRST_MILLISECONDS * Math.pow(2, tried - 1));
        return Duration.ofMillis(Math.round(ceiling * part));
    }
}
