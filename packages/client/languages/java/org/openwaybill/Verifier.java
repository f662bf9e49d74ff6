package org.openwaybill;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/** Verifies signatures of Ed25519 (RFC 8032). */
@FunctionalInterface
public interface Verifier {
    /** Whether the key made that signature over that content. */
    boolean isSigned(VerifyingKey key, byte[] content, byte[] signature) throws GeneralSecurityException;

    /**
     * That of this Java: it came with 15. An older one needs a provider, such as Bouncy Castle by
     * {@code Security.addProvider(new BouncyCastleProvider())}; without one this throws {@code IllegalStateException}.
     */
    static Verifier ofThisJava() {
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            Signature.getInstance("Ed25519");
            return (key, content, signature) -> {
                PublicKey publicKey = keys.generatePublic(new X509EncodedKeySpec(Signatures.subjectKey(key)));
                Signature verifying = Signature.getInstance("Ed25519");
                verifying.initVerify(publicKey);
                verifying.update(content);
                try {
                    return verifying.verify(signature);
                } catch (SignatureException noSignature) {
                    return false;
                }
            };
        } catch (NoSuchAlgorithmException older) {
            throw new IllegalStateException("This Java has no Ed25519, which came with 15 and which keys sign events by. "
                + "Add a provider that has it (Security.addProvider of Bouncy Castle), hand in a verifier, "
                + "or agree on a shared secret and give no keys.", older);
        }
    }
}
