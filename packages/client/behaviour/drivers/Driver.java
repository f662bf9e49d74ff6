import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openwaybill.Client;
import org.openwaybill.Code;
import org.openwaybill.Connection;
import org.openwaybill.Event;
import org.openwaybill.EventHandler;
import org.openwaybill.EventType;
import org.openwaybill.Events;
import org.openwaybill.IdempotencyKey;
import org.openwaybill.Json;
import org.openwaybill.Keys;
import org.openwaybill.Message;
import org.openwaybill.Outcome;
import org.openwaybill.Query;
import org.openwaybill.Receiver;
import org.openwaybill.RefusedException;
import org.openwaybill.Reply;
import org.openwaybill.SocketTransport;
import org.openwaybill.VerifyingKey;
import org.openwaybill.message.Problem;

/** Reads what is to be done as NDJSON, does it with the generated client, and answers what it saw as NDJSON. */
public final class Driver {
    private static final List<String> PATH = Arrays.asList("carrierCode", "waybillNo", "orderNo", "trackingSubscriptionId");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Time passes where somebody waits. */
    private static final class SetClock extends Clock {
        private Instant now;

        SetClock(Object milliseconds) {
            now = Instant.ofEpochMilli((Long) milliseconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(Json.write(done(object(Json.read(line)))));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) {
        return json == null ? Collections.emptyMap() : (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object json) {
        return json == null ? Collections.emptyList() : (List<Object>) json;
    }

    private static Map<String, Object> done(Map<String, Object> line) throws Exception {
        if (line.containsKey("call")) {
            return call(object(line.get("call")));
        }
        return line.containsKey("receive") ? receive(object(line.get("receive"))) : known(object(line.get("known")));
    }

    private static Map<String, Object> told(Problem problem) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("ok", false);
        seen.put("code", problem.getCode().toString());
        seen.put("status", problem.getStatus());
        seen.put("retryable", problem.isRetryable());
        List<Object> pointers = new ArrayList<>();
        problem.getErrors().forEach(found -> pointers.add(found.getPointer()));
        seen.put("pointers", pointers);
        problem.getNoticeId().ifPresent(notice -> seen.put("noticeId", notice));
        return seen;
    }

    private static Object wire(Object value) {
        return value instanceof Message ? Json.read(((Message) value).toJsonWithAdditional()) : value;
    }

    private static Map<String, Object> call(Map<String, Object> given) throws Exception {
        List<Object> pauses = new ArrayList<>();
        List<Object> handedBack = new ArrayList<>();
        Deque<Object> tokens = new ArrayDeque<>(list(given.get("tokens")));
        boolean isWalk = given.get("all") != null;
        SetClock clock = new SetClock(given.get("now"));
        Connection connection = Connection.to((String) given.get("baseUrl"))
            .clock(clock)
            .token(refused -> {
                if (refused != null) {
                    handedBack.add(refused);
                }
                return (String) (isWalk ? tokens.getFirst() : tokens.removeFirst());
            })
            // pauses are as long as they may be; keys are random
            .random(bytes -> {
                if (bytes.length == 2) {
                    Arrays.fill(bytes, (byte) -1);
                } else {
                    RANDOM.nextBytes(bytes);
                }
            })
            .pause(length -> {
                pauses.add(length.toMillis());
                clock.now = clock.now.plus(length);
            });
        Map<String, Object> options = object(given.get("connection"));
        Optional.ofNullable(options.get("retries")).ifPresent(count -> connection.retries(((Long) count).intValue()));
        Optional.ofNullable(options.get("timeoutMilliseconds"))
            .ifPresent(length -> connection.timeout(Duration.ofMillis((Long) length)));
        Optional.ofNullable(options.get("deadlineMilliseconds"))
            .ifPresent(length -> connection.deadline(Duration.ofMillis((Long) length)));
        String name = given.get("operation") + (isWalk ? "Items" : "");
        // of two of a name the longer one takes what may be left out as well
        Method method = Arrays.stream(Client.class.getMethods()).filter(one -> one.getName().equals(name))
            .max(Comparator.comparing(Method::getParameterCount)).get();
        Object result = method.invoke(new Client(connection), argumentsOf(method, given));
        Map<String, Object> seen = isWalk ? walked((Iterable<?>) result, given.get("take")) : outcome((Outcome<?>) result);
        seen.put("pauses", pauses);
        seen.put("handedBack", handedBack);
        return seen;
    }

    private static Map<String, Object> outcome(Outcome<?> outcome) {
        if (!outcome.isOk()) {
            return told(outcome.getProblem());
        }
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("ok", true);
        seen.put("status", outcome.getStatus());
        seen.put("value", wire(outcome.getValue()));
        seen.put("replayed", outcome.isReplayed());
        outcome.getRevision().ifPresent(revision -> seen.put("revision", revision));
        seen.put("shown", outcome + " " + outcome.getValue());
        return seen;
    }

    private static Map<String, Object> walked(Iterable<?> walk, Object take) {
        Map<String, Object> seen = new LinkedHashMap<>();
        List<Object> items = new ArrayList<>();
        try {
            for (Object item : walk) {
                items.add(wire(item));
                if (take != null && items.size() == (Long) take) {
                    break;
                }
            }
            seen.put("ok", true);
        } catch (RefusedException refused) {
            seen.putAll(told(refused.getProblem()));
        }
        seen.put("items", items);
        return seen;
    }

    /** What a method takes by the types that it takes: the values of a path come in their order. */
    private static Object[] argumentsOf(Method method, Map<String, Object> given) throws Exception {
        Map<String, Object> values = object(given.get("path"));
        Deque<Object> path = new ArrayDeque<>();
        PATH.stream().filter(values::containsKey).forEach(name -> path.add(values.get(name)));
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            if (type == String.class) {
                arguments.add(path.remove());
            } else if (type == long.class) {
                arguments.add(given.getOrDefault("ifMatch", 0L));
            } else if (type == IdempotencyKey.class) {
                Object key = given.get("idempotencyKey");
                arguments.add(key == null ? null : IdempotencyKey.of((String) key));
            } else if (Query.class.isAssignableFrom(type)) {
                Object query = type.getConstructor().newInstance();
                for (Map.Entry<String, Object> one : object(given.get("query")).entrySet()) {
                    Class<?> taken = one.getValue() instanceof Long ? long.class : one.getValue().getClass();
                    type.getMethod(one.getKey(), taken).invoke(query, one.getValue());
                }
                arguments.add(query);
            } else {
                arguments.add(type.getMethod("fromJson", String.class).invoke(null, Json.write(given.get("body"))));
            }
        }
        return arguments.toArray();
    }

    private static <T extends Message> void on(Receiver.Builder builder, EventType<T> type, EventHandler<Object> handler) {
        builder.on(type, event -> handle(event, handler));
    }

    @SuppressWarnings("unchecked")
    private static void handle(Event<?> event, EventHandler<Object> handler) throws Exception {
        handler.handle((Event<Object>) event);
    }

    private static Map<String, Object> receive(Map<String, Object> given) throws Exception {
        List<Object> handled = new ArrayList<>();
        List<Object> unknown = new ArrayList<>();
        List<Object> data = new ArrayList<>();
        List<Object> answers = new ArrayList<>();
        long[] failures = {(Long) given.get("failures")};
        SetClock clock = new SetClock(0L);
        Receiver.Builder builder = Receiver.builder()
            .clock(clock)
            .source((String) given.get("source"))
            .keys(given.containsKey("keysUrl")
                ? Keys.at((String) given.get("keysUrl"), new SocketTransport(), clock)
                : Keys.fixed(VerifyingKey.ofJwks(given).toArray(new VerifyingKey[0])))
            .unknown(event -> unknown.add(event.getType() + " " + event.getId()));
        list(given.get("secrets")).forEach(secret -> builder.secret((String) secret));
        for (Object name : list(given.get("handles"))) {
            on(builder, Events.of((String) name), event -> {
                failures[0]--;
                if (failures[0] >= 0) {
                    throw new IllegalStateException("the store is down");
                }
                handled.add(event.getType() + " " + event.getId());
                data.add(wire(event.getData()));
            });
        }
        Receiver receiver = builder.build();
        for (Object one : list(given.get("deliveries"))) {
            Map<String, Object> delivery = object(one);
            clock.now = Instant.ofEpochMilli((Long) delivery.get("now"));
            Map<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(object(delivery.get("headers")));
            Reply reply = receiver.handle(
                (String) delivery.get("method"),
                name -> (String) headers.get(name),
                new ByteArrayInputStream(Base64.getDecoder().decode((String) delivery.get("bodyBase64"))));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("status", reply.getStatus());
            if (reply.getBody().length > 0) {
                Map<String, Object> body = object(Json.read(reply.getBody()));
                answer.put("body", body);
                answer.put("code", body.get("code"));
            }
            answers.add(answer);
        }
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("answers", answers);
        seen.put("handled", handled);
        seen.put("unknown", unknown);
        seen.put("data", data);
        return seen;
    }

    private static Map<String, Object> known(Map<String, Object> given) throws Exception {
        Class<?> list = Class.forName("org.openwaybill.code." + given.get("list"));
        Code code = (Code) list.getMethod("of", String.class).invoke(null, given.get("raw"));
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("isKnown", code.isKnown());
        seen.put("raw", code.toString());
        ((Optional<?>) list.getMethod("meaning").invoke(code)).ifPresent(meaning -> seen.put("code", meaning.toString()));
        return seen;
    }
}
