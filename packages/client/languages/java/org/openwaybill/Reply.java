package org.openwaybill;

import java.util.Collections;
import java.util.Map;

/** What a delivery is answered with. */
public final class Reply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    Reply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(headers);
        this.body = body;
    }

    /** The status. */
    public int getStatus() {
        return status;
    }

    /** The headers. */
    public Map<String, String> getHeaders() {
        return headers;
    }

    /** The body, without bytes where there is none. */
    public byte[] getBody() {
        return body.clone();
    }
}
