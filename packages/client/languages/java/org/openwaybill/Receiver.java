package org.openwaybill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * An endpoint for events: size, signature over the raw bytes, time, JSON, envelope, payload, and then, once for each
 * event, its handler. Whatever stands before it must hand on the body byte for byte.
 */
public final class Receiver {
    /** Older or newer than this is refused (Standard Webhooks). */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    /** After this a sender has given up. */
    private static final Duration SEEN_FOR = Duration.ofHours(72);
    /** How many events can be handled at a time; of two deliveries of one event the second waits. */
    private static final int TURNS = 256;

    private final Builder options;
    private final Verifier verifier;
    private final Object[] turns = new Object[TURNS];

    private Receiver(Builder options) {
        this.options = options;
        this.verifier = options.verifier;
        for (int at = 0; at < TURNS; at++) {
            turns[at] = new Object();
        }
    }

    /** A receiver with nobody who may sign yet. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Answers one delivery. In a servlet: {@code handle(request.getMethod(), request::getHeader,
     * request.getInputStream())}.
     */
    public Reply handle(String method, Function<String, String> header, InputStream body) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] part = new byte[8 * 1024];
        // one byte more than may come is enough to know
        for (int count = 0; count >= 0 && read.size() <= options.maxBytes; count = body.read(part)) {
            read.write(part, 0, count);
        }
        return handle(method, header, read.toByteArray());
    }

    /** The same of a body that was read. */
    public Reply handle(String method, Function<String, String> header, byte[] body) {
        if (!"POST".equals(method)) {
            return refusal("METHOD_NOT_ALLOWED");
        }
        if (body.length > options.maxBytes) {
            return refusal("BODY_TOO_LARGE");
        }
        String id = text(header.apply("webhook-id"));
        String timestamp = text(header.apply("webhook-timestamp"));
        Signatures signatures = new Signatures(id, timestamp, text(header.apply("webhook-signature")), body);
        boolean isWhole = !id.isEmpty() && timestamp.matches("[0-9]{1,12}");
        try {
            if (!isWhole || !isTrusted(signatures)) {
                return refusal("SIGNATURE_INVALID");
            }
        } catch (Exception failed) {
            return failure(failed, new Event<>(id, "", "", null, null, null));
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, options.clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return refusal("TIMESTAMP_SKEW");
        }
        return afterSignature(id, body);
    }

    private boolean isTrusted(Signatures signatures) throws Exception {
        if (signatures.isByOneOf(options.secrets)) {
            return true;
        }
        return options.keys != null && (signatures.isBy(options.keys.keys(false), verifier)
            || signatures.isBy(options.keys.keys(true), verifier));
    }

    private Reply afterSignature(String id, byte[] body) {
        Event<?> event;
        try {
            Object json = Json.read(body);
            if (!Fitness.unsafeIn(json).isEmpty()) {
                return refusal("MALFORMED_JSON");
            }
            event = eventIn(json, id);
        } catch (JsonException none) {
            return refusal("MALFORMED_JSON");
        } catch (MisfitException misfit) {
            return refusal("SCHEMA_VIOLATION", misfit);
        }
        if (options.source != null && !options.source.equals(event.getSource())) {
            return refusal("SIGNATURE_INVALID");
        }
        if (event.getType().equals(Events.CHALLENGE)) {
            return reply(200, "application/json", Collections.singletonMap("challenge", challengeIn(event.getData())));
        }
        return dispatchOnce(event);
    }

    /** Not every role knows the event as a message. */
    private static Object challengeIn(Object data) {
        return (data instanceof Message ? ((Message) data).toTree(false) : (Map<?, ?>) data).get("challenge");
    }

    private static Event<?> eventIn(Object json, String id) {
        if (!(json instanceof Map)) {
            throw new MisfitException("", "type", "This is no object.");
        }
        Map<?, ?> envelope = (Map<?, ?>) json;
        for (String name : new String[] {"id", "source", "type"}) {
            if (!(envelope.get(name) instanceof String)) {
                throw new MisfitException("", "required", "The event has no text " + name + ".");
            }
        }
        if (!(envelope.get("data") instanceof Map)) {
            throw new MisfitException("", "required", "The event has no object data.");
        }
        // an id that differs would be taken for another event
        if (!id.equals(envelope.get("id"))) {
            throw new MisfitException("/id", "const", "The id is not the webhook-id of the delivery.");
        }
        String type = envelope.get("type").toString();
        Object subject = envelope.get("subject");
        Object time = envelope.get("time");
        return new Event<>(id, envelope.get("source").toString(), type,
            subject instanceof String ? subject.toString() : null,
            time instanceof String ? Moment.of(time.toString()) : null,
            payload(Events.of(type), envelope.get("data")));
    }

    private static Object payload(EventType<?> type, Object data) {
        try {
            return type == null ? data : type.payload.read(data);
        } catch (MisfitException misfit) {
            throw misfit.below("data");
        }
    }

    private Reply dispatchOnce(Event<?> event) {
        String key = Json.write(event.getSource()) + Json.write(event.getId());
        synchronized (turns[Math.floorMod(key.hashCode(), TURNS)]) {
            try {
                if (!options.seen.has(key)) {
                    dispatch(event);
                    options.seen.add(key, options.clock.instant().plus(SEEN_FOR));
                }
                return reply(204, null, null);
            } catch (Exception failed) {
                return failure(failed, event);
            }
        }
    }

    /** What is registered for a type takes the payload of that type: {@link Builder#on} sees to it. */
    @SuppressWarnings("unchecked")
    private void dispatch(Event<?> event) throws Exception {
        EventHandler<?> handler = options.handlers.getOrDefault(event.getType(), options.unknown);
        ((EventHandler<Object>) handler).handle((Event<Object>) event);
    }

    /** Tells the sender to come again, and whoever wants to know why. */
    private Reply failure(Exception why, Event<?> event) {
        if (why instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        options.failed.accept(why, event);
        return refusal("INTERNAL");
    }

    private static Reply refusal(String code, MisfitException... found) {
        InboxProblem row = InboxProblem.valueOf(code);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "https://openwaybill.org/problems/" + code);
        problem.put("title", row.title);
        problem.put("status", row.status);
        problem.put("code", code);
        problem.put("retryable", row.isRetryable);
        if (found.length > 0) {
            problem.put("errors", Problems.findings(Arrays.asList(found)));
        }
        return reply((int) row.status, "application/problem+json", problem);
    }

    private static Reply reply(int status, String mediaType, Object body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("OpenWaybill-Version", Client.VERSION);
        if (status == 405) {
            headers.put("Allow", "POST");
        }
        if (mediaType == null) {
            return new Reply(status, headers, new byte[0]);
        }
        headers.put("Content-Type", mediaType);
        return new Reply(status, headers, Json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String header) {
        return header == null ? "" : header;
    }

    /** Says who may sign, and what is done with what comes. */
    public static final class Builder {
        private static final int MAX_BYTES = 20_000;

        private final List<byte[]> secrets = new ArrayList<>();
        private final Map<String, EventHandler<?>> handlers = new HashMap<>();
        private KeyLoader keys;
        private Verifier verifier;
        private String source;
        private EventHandler<Object> unknown = event -> { };
        private BiConsumer<Exception, Event<?>> failed = (why, event) -> { };
        private Seen seen;
        private Clock clock = Clock.systemUTC();
        private int maxBytes = MAX_BYTES;

        private Builder() {
        }

        /** Who signs by key (v1a). */
        public Builder keys(KeyLoader loader) {
            keys = loader;
            return this;
        }

        /** A shared secret (v1), where the subscription has one; two while it is changed. */
        public Builder secret(String text) {
            secrets.add(Signatures.secretBytes(text));
            return this;
        }

        /** The party that the keys are of; an event in another's name is refused. */
        public Builder source(String party) {
            source = party;
            return this;
        }

        /** What is done with events of a type. */
        public <T extends Message> Builder on(EventType<T> type, EventHandler<T> handler) {
            handlers.put(type.name, Objects.requireNonNull(handler));
            return this;
        }

        /** What is done with an event without a handler. It is acknowledged with or without this. */
        public Builder unknown(EventHandler<Object> handler) {
            unknown = Objects.requireNonNull(handler);
            return this;
        }

        /** Who is told why a handler failed; the sender is told only to come again. */
        public Builder failed(BiConsumer<Exception, Event<?>> told) {
            failed = Objects.requireNonNull(told);
            return this;
        }

        /** What remembers events that were handled; the memory of this process by default. */
        public Builder seen(Seen own) {
            seen = own;
            return this;
        }

        /** What verifies signatures by key; {@link Verifier#ofThisJava()} by default. */
        public Builder verifier(Verifier own) {
            verifier = own;
            return this;
        }

        /** The clock; that of this machine by default. */
        public Builder clock(Clock own) {
            clock = own;
            return this;
        }

        /** More than this is refused; 20,000 bytes by default, which every event of the standard keeps to. */
        public Builder maxBytes(int count) {
            maxBytes = count;
            return this;
        }

        /** The receiver; throws {@code IllegalStateException} where keys are given and nothing verifies by them. */
        public Receiver build() {
            if (keys != null && verifier == null) {
                verifier = Verifier.ofThisJava();
            }
            if (seen == null) {
                seen = Seen.inMemory(clock);
            }
            return new Receiver(this);
        }
    }
}
