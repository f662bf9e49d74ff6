package org.openwaybill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * HTTP/1.1 over sockets that are kept for a moment (RFC 9112). What Java has is less exact: {@code HttpURLConnection}
 * refuses PATCH and measures each read instead of the whole answer, and it and {@code java.net.http} make requests
 * again by themselves. Proxies are those of the machine ({@link ProxySelector}).
 */
public final class SocketTransport implements Transport {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MOST_HEADERS = 200;

    private final SSLSocketFactory secured;
    private final IdleLines idle = new IdleLines();

    /** Trusts whom this Java trusts. */
    public SocketTransport() {
        this((SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** Trusts, and shows certificates, as that factory does. */
    public SocketTransport(SSLSocketFactory secured) {
        this.secured = secured;
    }

    @Override
    public Response exchange(Request request, long timeoutMilliseconds) throws IOException {
        Deadline deadline = new Deadline(timeoutMilliseconds);
        URI to = URI.create(request.getUrl());
        String party = to.getScheme() + "://" + to.getRawAuthority();
        Line line = idle.take(party);
        if (line == null) {
            line = new Line(open(to, deadline));
        }
        boolean isKept = false;
        try {
            line.begin(deadline);
            line.write(head(request, to).getBytes(StandardCharsets.ISO_8859_1), request.getBody().orElse(new byte[0]));
            Response answer = answer(line);
            isKept = idle.keep(party, line);
            return answer;
        } finally {
            if (!isKept) {
                line.close();
            }
        }
    }

    private Socket open(URI to, Deadline deadline) throws IOException {
        boolean isSecure = "https".equalsIgnoreCase(to.getScheme());
        int port = to.getPort() > 0 ? to.getPort() : isSecure ? HTTPS : HTTP;
        Socket plain = new Socket(proxyTo(to));
        try {
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(to.getHost(), port), deadline.left());
            if (!isSecure) {
                return plain;
            }
            plain.setSoTimeout(deadline.left());
            SSLSocket socket = (SSLSocket) secured.createSocket(plain, to.getHost(), port, true);
            SSLParameters named = socket.getSSLParameters();
            // a certificate of another host is no certificate, which sockets do not ask by themselves
            named.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(named);
            socket.startHandshake();
            return socket;
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    private static Proxy proxyTo(URI to) {
        ProxySelector selector = ProxySelector.getDefault();
        List<Proxy> found = selector == null ? Collections.emptyList() : selector.select(to);
        return found.isEmpty() ? Proxy.NO_PROXY : found.get(0);
    }

    private static String head(Request request, URI to) {
        String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
        StringBuilder head = new StringBuilder()
            .append(request.getMethod()).append(' ').append(to.getRawPath()).append(query).append(" HTTP/1.1\r\n")
            .append("Host: ").append(to.getRawAuthority()).append("\r\n");
        request.getHeaders().forEach((name, value) -> {
            // a line break would begin another header
            if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("The header " + name + " has a line break; take it out.");
            }
            head.append(name).append(": ").append(value).append("\r\n");
        });
        // what changes something says that it has no body (RFC 9110 section 8.6)
        if (request.getBody().isPresent() || !"GET".equals(request.getMethod())) {
            head.append("Content-Length: ").append(request.getBody().map(body -> body.length).orElse(0)).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static Response answer(Line in) throws IOException {
        String begin;
        int status;
        Map<String, List<String>> headers;
        do {
            begin = in.line();
            status = statusIn(begin);
            headers = headersIn(in);
            // 1xx is a word before the answer
        } while (status < 200);
        if (begin.startsWith("HTTP/1.0") || first(headers, "Connection").toLowerCase(Locale.ROOT).contains("close")) {
            in.endsHere();
        }
        boolean isEmpty = status == 204 || status == 304;
        return new Response(status, headers, isEmpty ? new byte[0] : bodyIn(in, headers));
    }

    private static int statusIn(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new IOException("The answer does not begin as HTTP/1.1 does.");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, List<String>> headersIn(Line in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int count = 0; count <= MOST_HEADERS; count++) {
            String line = in.line();
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(line.substring(0, colon), Collections.singletonList(line.substring(colon + 1).trim()));
            }
        }
        throw new IOException("The answer has more than " + MOST_HEADERS + " headers.");
    }

    private static byte[] bodyIn(Line in, Map<String, List<String>> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String coding = first(headers, "Transfer-Encoding").toLowerCase(Locale.ROOT);
        String length = first(headers, "Content-Length");
        if (coding.endsWith("chunked")) {
            for (long size = chunkIn(in); size > 0; size = chunkIn(in)) {
                in.copy(size, body);
                in.line();
            }
            headersIn(in);
        } else if (length.matches("[0-9]{1,10}")) {
            in.copy(Long.parseLong(length), body);
        } else {
            // its end is the end of the line
            in.endsHere();
            in.copyAll(body);
        }
        return body.toByteArray();
    }

    private static long chunkIn(Line in) throws IOException {
        String size = in.line().split(";", 2)[0].trim();
        if (!size.matches("[0-9A-Fa-f]{1,8}")) {
            throw new IOException("A part of the answer does not say how long it is.");
        }
        return Long.parseLong(size, 16);
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, Collections.singletonList("")).get(0);
    }
}
