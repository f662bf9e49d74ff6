package org.openwaybill;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes one request and reads the whole of its answer. One of your own (OkHttp, Apache HttpClient) repeats nothing and
 * follows no redirect: a token is for one audience.
 */
@FunctionalInterface
public interface Transport {
    /**
     * Answers within that time, the last byte included.
     *
     * @throws java.net.SocketTimeoutException when the time is over
     * @throws IOException when no whole answer came
     * @throws InterruptedException when the call was cancelled
     */
    Response exchange(Request request, long timeoutMilliseconds) throws IOException, InterruptedException;

    /** A request; its body is null where it has none. */
    final class Request {
        private final String method;
        private final String url;
        private final Map<String, String> headers;
        private final byte[] body;

        Request(String method, String url, Map<String, String> headers, byte[] body) {
            this.method = method;
            this.url = url;
            this.headers = headers;
            this.body = body;
        }

        /** GET, POST, PUT, PATCH or DELETE. */
        public String getMethod() {
            return method;
        }

        /** The whole address, every character escaped that has to be. */
        public String getUrl() {
            return url;
        }

        /** The headers, each once. */
        public Map<String, String> getHeaders() {
            return Collections.unmodifiableMap(headers);
        }

        /** The body, absent where there is none. */
        public Optional<byte[]> getBody() {
            return Optional.ofNullable(body);
        }
    }

    /** An answer of whatever status. */
    final class Response {
        private final int status;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final byte[] body;

        /** An answer; its body has no bytes where it has none. */
        public Response(int status, Map<String, List<String>> headers, byte[] body) {
            this.status = status;
            this.body = body;
            headers.forEach((name, values) -> {
                // the status line stands under null in some clients
                if (name != null && !values.isEmpty()) {
                    this.headers.put(name, values.get(0));
                }
            });
        }

        int getStatus() {
            return status;
        }

        String getHeader(String name) {
            return headers.getOrDefault(name, "");
        }

        byte[] getBody() {
            return body;
        }
    }
}
