package org.openwaybill;

/**
 * Holds the private keys of the recipient. With nimbus-jose-jwt it is {@code JWEObject.parse} and an
 * {@code ECDHDecrypter} that is told the names of {@code crit}.
 */
@FunctionalInterface
public interface SealOpener {
    /**
     * The bytes of a compact JWE (ECDH-ES+A256KW, A256GCM) that was sealed to the key of that id. It throws where there
     * is no such key, or it does not fit; what it throws goes no further.
     */
    byte[] open(String compactJwe, String keyId) throws Exception;
}
