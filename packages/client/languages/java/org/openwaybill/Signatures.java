package org.openwaybill;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers that name and sign a delivery, and the bytes that they sign (Standard Webhooks). */
final class Signatures {
    private static final String SECRET_PREFIX = "whsec_";
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_SECRET = 64;
    /** What stands before the 32 bytes of a key of Ed25519 in a SubjectPublicKeyInfo (RFC 8410 section 4). */
    private static final byte[] SUBJECT_KEY = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private final byte[] content;
    private final List<byte[]> byKey = new ArrayList<>();
    private final List<byte[]> bySecret = new ArrayList<>();

    Signatures(String id, String timestamp, String header, byte[] body) {
        byte[] before = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        content = joined(before, body);
        for (String one : header.split(" ")) {
            if (one.startsWith("v1a,")) {
                add(one.substring("v1a,".length()), byKey);
            } else if (one.startsWith("v1,")) {
                add(one.substring("v1,".length()), bySecret);
            }
        }
    }

    /** The bytes of a shared secret: 24 to 64 of them. */
    static byte[] secretBytes(String text) {
        try {
            byte[] secret = Base64.getDecoder().decode(text.substring(Math.min(text.length(), SECRET_PREFIX.length())));
            if (text.startsWith(SECRET_PREFIX) && secret.length >= SHORTEST_SECRET && secret.length <= LONGEST_SECRET) {
                return secret;
            }
        } catch (IllegalArgumentException noBase64) {
            // what it would say holds a character of the secret, so it goes no further
            throw noSecret();
        }
        throw noSecret();
    }

    static byte[] subjectKey(VerifyingKey key) {
        return joined(SUBJECT_KEY, key.toBytes());
    }

    /** Whether one of the signatures is by one of the keys (v1a). */
    boolean isBy(List<VerifyingKey> keys, Verifier verifier) throws GeneralSecurityException {
        for (byte[] signature : byKey) {
            for (VerifyingKey key : keys) {
                if (verifier.isSigned(key, content, signature)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one of the signatures is by one of the shared secrets (v1). */
    boolean isByOneOf(List<byte[]> secrets) throws GeneralSecurityException {
        for (byte[] secret : secrets) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] wanted = mac.doFinal(content);
            for (byte[] signature : bySecret) {
                // in constant time
                if (MessageDigest.isEqual(wanted, signature)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static IllegalArgumentException noSecret() {
        return new IllegalArgumentException(
            "The text is no whsec_ key: it is whsec_ and the base64 of 24 to 64 bytes; copy it whole.");
    }

    private static void add(String base64, List<byte[]> to) {
        try {
            to.add(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException noBase64) {
            // a signature that cannot be read signs nothing; another one of the header may
            return;
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
