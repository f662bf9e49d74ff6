package org.openwaybill;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Keys that are given, or read where a party shows them. */
public final class Keys {
    /** As long as a capability document may be cached. */
    private static final Duration KEPT = Duration.ofMinutes(5);
    /** Forged deliveries must not make many requests for keys. */
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final long TIMEOUT_MILLISECONDS = 10_000;

    private Keys() {
    }

    /** Keys that never change. */
    public static KeyLoader fixed(VerifyingKey... keys) {
        List<VerifyingKey> all = Collections.unmodifiableList(Arrays.asList(keys.clone()));
        return isFresh -> all;
    }

    /** The key set at an address, such as {@code endpoints.keys} of a capability document; it is kept for a while. */
    public static KeyLoader at(String url) {
        return at(url, new SocketTransport(), Clock.systemUTC());
    }

    /** The same over that transport and by that clock. */
    public static KeyLoader at(String url, Transport transport, Clock clock) {
        return new Reading(url, transport, clock);
    }

    private static final class Reading implements KeyLoader {
        private final String url;
        private final Transport transport;
        private final Clock clock;
        private List<VerifyingKey> kept;
        private Instant readAt;

        Reading(String url, Transport transport, Clock clock) {
            this.url = url;
            this.transport = transport;
            this.clock = clock;
        }

        @Override
        public synchronized List<VerifyingKey> keys(boolean isFresh) throws IOException, InterruptedException {
            Duration allowed = isFresh ? PAUSE : KEPT;
            if (kept == null || !clock.instant().isBefore(readAt.plus(allowed))) {
                kept = read();
                readAt = clock.instant();
            }
            return kept;
        }

        private List<VerifyingKey> read() throws IOException, InterruptedException {
            Transport.Request request =
                new Transport.Request("GET", url, Collections.singletonMap("Accept", "application/json"), null);
            Transport.Response response = transport.exchange(request, TIMEOUT_MILLISECONDS);
            if (response.getStatus() != 200) {
                throw new IOException(
                    "The key set at " + url + " was answered with " + response.getStatus() + "; check the address.");
            }
            return VerifyingKey.ofJwks(Json.read(response.getBody()));
        }
    }
}
