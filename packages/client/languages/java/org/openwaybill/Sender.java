package org.openwaybill;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openwaybill.message.Problem;

/** Makes calls: the same request, with the same idempotency key, until it has an answer that is final. */
final class Sender {
    private static final Pattern ENTITY_TAG = Pattern.compile("\"([0-9]{1,16})\"");

    private final Connection connection;
    private final Transport transport;
    private final String version;

    Sender(Connection connection, String version) {
        this.connection = connection;
        this.transport = connection.transport;
        this.version = version;
    }

    /** A value or a problem; throws {@code CancellationException} where the thread is interrupted, and stays so. */
    <T> Outcome<T> send(Operation<T> operation, Call call) {
        try {
            byte[] body = call.body == null ? null : call.body.toJson().getBytes(StandardCharsets.UTF_8);
            Problem unfit = call.body == null ? null : unfit(call.body);
            return unfit == null ? repeated(operation, call, body) : Outcome.refused(unfit);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The call was interrupted.");
        }
    }

    private static Problem unfit(Message body) {
        List<MisfitException> unsafe = Fitness.unsafeIn(body.toTree(false));
        if (!unsafe.isEmpty()) {
            return Problems.own("REQUEST_INVALID", 0, false, "A number would lose digits.", unsafe);
        }
        List<MisfitException> masks = Fitness.masksIn(body);
        return masks.isEmpty()
            ? null
            : Problems.own("MASKED_VALUE_AS_INPUT", 0, false, "A masked value is no plain one.", masks);
    }

    private <T> Outcome<T> repeated(Operation<T> operation, Call call, byte[] body)
        throws InterruptedException {
        Instant until = connection.clock.instant().plus(connection.deadline);
        boolean needsToken = connection.token != null && !operation.isAnonymous;
        String key = !operation.isKeyed ? null : call.idempotencyKey == null ? newKey(connection.random) : call.idempotencyKey;
        String token = null;
        boolean isRenewed = false;
        try {
            token = needsToken ? tokenAfter(null) : null;
            for (int tried = 1;; tried++) {
                Attempt<T> attempt = attempt(operation, requestOf(operation, call, body, key, token), until);
                if (attempt.outcome.isOk()) {
                    return attempt.outcome;
                }
                Problem problem = attempt.outcome.getProblem();
                if (needsToken && !isRenewed && problem.getCode().toString().equals("UNAUTHENTICATED")) {
                    isRenewed = true;
                    token = tokenAfter(token);
                    continue;
                }
                Duration pause = Pauses.asked(attempt.retryAfter, connection.clock.instant())
                    .orElseGet(backOff(tried));
                if (!operation.isRepeatable() || !Problems.mayBeRepeated(problem) || tried > connection.retries
                    || !connection.clock.instant().plus(pause).isBefore(until)) {
                    return attempt.outcome;
                }
                connection.pause.sleep(pause);
            }
        } catch (NoTokenException none) {
            return Outcome.refused(Problems.own("NO_TOKEN", 0, true, "No token was to be had."));
        }
    }

    private Supplier<Duration> backOff(int tried) {
        return () -> Pauses.backOff(tried, connection.random);
    }

    private String tokenAfter(String refused) throws InterruptedException, NoTokenException {
        try {
            return connection.token.token(refused);
        } catch (InterruptedException cancelled) {
            throw cancelled;
        } catch (Exception failed) {
            throw new NoTokenException(failed);
        }
    }

    private Transport.Request requestOf(Operation<?> operation, Call call, byte[] body, String key, String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json, application/problem+json");
        headers.put("OpenWaybill-Version", version);
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        if (key != null) {
            headers.put("Idempotency-Key", key);
        }
        if (call.ifMatch > 0) {
            headers.put("If-Match", "\"" + call.ifMatch + "\"");
        }
        if (operation.isNoStore) {
            headers.put("Cache-Control", "no-store");
        }
        return new Transport.Request(operation.method, call.url(connection.baseUrl, operation.path), headers, body);
    }

    private <T> Attempt<T> attempt(Operation<T> operation, Transport.Request request, Instant until)
        throws InterruptedException {
        long left = Duration.between(connection.clock.instant(), until).toMillis();
        try {
            Transport.Response response =
                transport.exchange(request, Math.max(1, Math.min(left, connection.timeout.toMillis())));
            return new Attempt<>(outcomeOf(operation, response), response.getHeader("Retry-After"));
        } catch (SocketTimeoutException late) {
            return failed("TIMED_OUT", "No whole answer came in time.");
        } catch (IOException lost) {
            // the name alone: what an exception says may hold an address
            return failed("NO_ANSWER", "No whole answer came (" + lost.getClass().getSimpleName() + ").");
        }
    }

    private static <T> Attempt<T> failed(String code, String title) {
        return new Attempt<>(Outcome.refused(Problems.own(code, 0, true, title)), "");
    }

    private static <T> Outcome<T> outcomeOf(Operation<T> operation, Transport.Response response) {
        int status = response.getStatus();
        if (status < 200 || status > 299) {
            return Outcome.refused(Problems.in(status, response.getBody()));
        }
        try {
            T value = operation.answer == null ? null : operation.answer.apply(readSafely(response.getBody()));
            Matcher tag = ENTITY_TAG.matcher(response.getHeader("ETag"));
            return Outcome.of(value, status, response.getHeader("Idempotency-Replayed").equals("true"),
                tag.matches() ? OptionalLong.of(Long.parseLong(tag.group(1))) : OptionalLong.empty());
        } catch (JsonException none) {
            return Outcome.refused(Problems.own("ANSWER_INVALID", status, false, "The answer is no JSON."));
        } catch (MisfitException misfit) {
            return Outcome.refused(Problems.own("ANSWER_INVALID", status, false,
                "The answer is not what its message says.", Collections.singletonList(misfit)));
        }
    }

    private static Object readSafely(byte[] body) {
        Object json = Json.read(body);
        for (MisfitException unsafe : Fitness.unsafeIn(json)) {
            throw unsafe;
        }
        return json;
    }

    /** A random UUID (RFC 9562 section 5.4). It is made once a call and never derived from data. */
    private static String newKey(Consumer<byte[]> random) {
        byte[] id = new byte[16];
        random.accept(id);
        long[] halves = new long[2];
        for (int at = 0; at < id.length; at++) {
            halves[at / 8] = halves[at / 8] << 8 | id[at] & 0xff;
        }
        return new UUID(halves[0] & ~0xf000L | 0x4000L, halves[1] & ~(3L << 62) | 1L << 63).toString();
    }

    /** One request and what came of it. */
    private static final class Attempt<T> {
        final Outcome<T> outcome;
        final String retryAfter;

        Attempt(Outcome<T> outcome, String retryAfter) {
            this.outcome = outcome;
            this.retryAfter = retryAfter;
        }
    }

    private static final class NoTokenException extends Exception {
        private static final long serialVersionUID = 1L;

        NoTokenException(Exception why) {
            super(why);
        }
    }
}
