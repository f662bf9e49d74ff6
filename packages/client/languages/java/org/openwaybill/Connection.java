package org.openwaybill;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** How to reach another party. Only the address and, but for what is open to everybody, the tokens are needed. */
public final class Connection {
    final String baseUrl;
    TokenSource token;
    Duration timeout = Duration.ofSeconds(10);
    Duration deadline = Duration.ofSeconds(60);
    int retries = 3;
    Transport transport = new SocketTransport();
    Clock clock = Clock.systemUTC();
    Consumer<byte[]> random = new SecureRandom()::nextBytes;
    Pause pause = length -> Thread.sleep(length.toMillis());

    private Connection(String baseUrl) {
        this.baseUrl = Objects.requireNonNull(baseUrl).replaceAll("/+$", "");
    }

    /** The party at that address, such as {@code https://courier.example}. */
    public static Connection to(String baseUrl) {
        return new Connection(baseUrl);
    }

    /** Where tokens come from. */
    public Connection token(TokenSource source) {
        token = source;
        return this;
    }

    /** For one attempt, up to the last byte of its answer; 10 seconds by default. */
    public Connection timeout(Duration ofAttempt) {
        timeout = ofAttempt;
        return this;
    }

    /** For all attempts of a call with the pauses between them; a minute by default. */
    public Connection deadline(Duration ofCall) {
        deadline = ofCall;
        return this;
    }

    /** How often a call may be repeated; three times by default. */
    public Connection retries(int count) {
        retries = count;
        return this;
    }

    /** What makes the requests; {@link SocketTransport} by default. */
    public Connection transport(Transport own) {
        transport = own;
        return this;
    }

    /** The clock; that of this machine by default. */
    public Connection clock(Clock own) {
        clock = own;
        return this;
    }

    /** What fills bytes at random: for keys, and for pauses (two bytes). */
    public Connection random(Consumer<byte[]> own) {
        random = own;
        return this;
    }

    /** What waits before a call is repeated; the thread by default. */
    public Connection pause(Pause own) {
        pause = own;
        return this;
    }

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        /** Returns after that time, or throws where the thread is interrupted, which ends the call. */
        void sleep(Duration length) throws InterruptedException;
    }
}
