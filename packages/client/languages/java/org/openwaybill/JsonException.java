package org.openwaybill;

/** A text is no JSON (RFC 8259), or a value cannot be written as it. Where, and nothing of what stands there. */
public final class JsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message);
    }
}
