package org.openwaybill;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;

/** What one call was given, whatever its operation. */
final class Call {
    private final Map<String, String> path = new TreeMap<>();
    private final Map<String, String> query = new TreeMap<>();
    Message body;
    String idempotencyKey;
    long ifMatch;

    Call path(String name, String value) {
        path.put(name, value);
        return this;
    }

    Call query(Query asked) {
        query.putAll(asked.parameters());
        return this;
    }

    /** Asks for the page at a cursor; for the first one where it is null. */
    Call cursor(String cursor) {
        if (cursor != null) {
            query.put("cursor", cursor);
        }
        return this;
    }

    Call body(Message sent) {
        body = sent;
        return this;
    }

    /** Names the call; a null leaves it to have a key of its own. */
    Call key(IdempotencyKey key) {
        idempotencyKey = key == null ? null : key.toString();
        return this;
    }

    Call ifMatch(long revision) {
        ifMatch = revision;
        return this;
    }

    String url(String baseUrl, String template) {
        String filled = template;
        for (Map.Entry<String, String> one : path.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", escape(one.getValue()));
        }
        StringBuilder url = new StringBuilder(baseUrl).append(filled);
        char before = '?';
        for (Map.Entry<String, String> one : query.entrySet()) {
            url.append(before).append(one.getKey()).append('=').append(escape(one.getValue()));
            before = '&';
        }
        return url.toString();
    }

    private static String escape(String text) {
        try {
            // a space in a path is no plus
            return URLEncoder.encode(text, "UTF-8").replace("+", "%20");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
