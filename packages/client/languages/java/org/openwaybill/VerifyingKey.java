package org.openwaybill;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A public key of Ed25519 that signs events. */
public final class VerifyingKey {
    private static final int LENGTH = 32;

    private final byte[] bytes;

    private VerifyingKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key of a JWK (RFC 8037), as {@link Json} reads it; none where it is of another kind. */
    public static Optional<VerifyingKey> ofJwk(Map<?, ?> jwk) {
        Object x = jwk.get("x");
        if (!"OKP".equals(jwk.get("kty")) || !"Ed25519".equals(jwk.get("crv")) || "enc".equals(jwk.get("use"))
            || !(x instanceof String)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode((String) x);
            return bytes.length == LENGTH ? Optional.of(new VerifyingKey(bytes)) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** The keys of a JWK set (RFC 7517); those of other kinds are passed over. */
    public static List<VerifyingKey> ofJwks(Object set) {
        Object keys = set instanceof Map ? ((Map<?, ?>) set).get("keys") : null;
        if (!(keys instanceof List)) {
            throw new IllegalArgumentException("The key set has no list of keys; check where it was read.");
        }
        List<VerifyingKey> found = new ArrayList<>();
        for (Object one : (List<?>) keys) {
            if (one instanceof Map) {
                ofJwk((Map<?, ?>) one).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The 32 bytes of the point. */
    public byte[] toBytes() {
        return bytes.clone();
    }
}
