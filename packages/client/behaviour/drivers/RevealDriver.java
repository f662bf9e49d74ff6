import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openwaybill.Client;
import org.openwaybill.Connection;
import org.openwaybill.IdempotencyKey;
import org.openwaybill.Json;
import org.openwaybill.Personal;
import org.openwaybill.RevealOutcome;
import org.openwaybill.RevealedFields;
import org.openwaybill.Revealer;
import org.openwaybill.message.RevealRequest;

/** Reads what is to be revealed as NDJSON, asks with the generated client, and answers what it saw as NDJSON. */
public final class RevealDriver {
    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Map<?, ?> asked = (Map<?, ?>) Json.read(line);
            List<Object> results = new ArrayList<>();
            asked(asked, RevealRequest.fromJson(line)).forEach(one -> results.add(told(one)));
            Map<String, Object> seen = new LinkedHashMap<>();
            seen.put("results", results);
            out.println(Json.write(seen));
        }
    }

    private static List<RevealOutcome> asked(Map<?, ?> asked, RevealRequest request) {
        Map<?, ?> key = (Map<?, ?>) asked.get("key");
        Revealer revealer = new Revealer(
            new Client(Connection.to((String) asked.get("baseUrl")).token(refused -> (String) asked.get("token"))),
            (String) asked.get("issuer"),
            (String) asked.get("recipient"),
            (String) key.get("kid"),
            (compactJwe, keyId) -> opened(compactJwe, keyId, key),
            Clock.fixed(Instant.ofEpochMilli((Long) asked.get("now")), ZoneOffset.UTC));
        IdempotencyKey once = IdempotencyKey.random();
        List<RevealOutcome> outcomes = new ArrayList<>();
        outcomes.add((Boolean) asked.get("inClear") ? revealer.revealInClear(request, once) : revealer.reveal(request, once));
        if ((Boolean) asked.get("again") && outcomes.get(0).isOk()) {
            String revealId = outcomes.get(0).getGrant().getRevealId();
            outcomes.add(revealer.read(revealId, request.getWaybillNo(), request.getPurpose().toString()));
        }
        return outcomes;
    }

    private static Map<String, Object> told(RevealOutcome outcome) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("ok", outcome.isOk());
        seen.put("shown", outcome.toString());
        outcome.getFault().ifPresent(fault -> seen.put("fault", fault.name()));
        outcome.getProblem().ifPresent(problem -> {
            List<Object> pointers = new ArrayList<>();
            problem.getErrors().forEach(found -> pointers.add(found.getPointer()));
            seen.put("code", problem.getCode().toString());
            seen.put("pointers", pointers);
        });
        if (outcome.isOk()) {
            seen.put("uses", outcome.getGrant().getRemainingUseCount());
        }
        outcome.getFields().ifPresent(fields -> {
            seen.put("fields", exposed(fields));
            seen.put("shown", outcome + " " + fields + " " + fields.getName() + String.format("%s %20s", fields.getAddress(),
                fields.getPhone()) + outcome.getGrant().toJsonWithAdditional());
        });
        return seen;
    }

    private static Map<String, Object> exposed(RevealedFields fields) {
        Map<String, Object> seen = new LinkedHashMap<>();
        put(seen, "name", fields.getName());
        put(seen, "phone", fields.getPhone());
        put(seen, "delivery_note", fields.getDeliveryNote());
        put(seen, "id_number", fields.getIdNumber());
        fields.getAddress().ifPresent(held -> seen.put("address", Json.read(held.expose().toJson())));
        return seen;
    }

    private static void put(Map<String, Object> seen, String name, Optional<Personal<String>> held) {
        held.ifPresent(one -> seen.put(name, one.expose()));
    }

    /** Stands for a library of JOSE: this driver has the library of Java alone. */
    private static byte[] opened(String compactJwe, String keyId, Map<?, ?> own) throws GeneralSecurityException {
        if (!keyId.equals(own.get("kid"))) {
            throw new GeneralSecurityException("there is no such key");
        }
        String[] parts = compactJwe.split("\\.");
        Map<?, ?> epk = (Map<?, ?>) ((Map<?, ?>) Json.read(bytes(parts[0]))).get("epk");
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
        KeyFactory keys = KeyFactory.getInstance("EC");
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.generatePrivate(new ECPrivateKeySpec(number(own, "d"), curve)));
        ECPoint point = new ECPoint(number(epk, "x"), number(epk, "y"));
        agreement.doPhase(keys.generatePublic(new ECPublicKeySpec(point, curve)), true);
        byte[] algorithm = "ECDH-ES+A256KW".getBytes(StandardCharsets.US_ASCII);
        MessageDigest derived = MessageDigest.getInstance("SHA-256");
        derived.update(ByteBuffer.allocate(4).putInt(1).array());
        derived.update(agreement.generateSecret());
        derived.update(ByteBuffer.allocate(4).putInt(algorithm.length).array());
        derived.update(algorithm);
        derived.update(ByteBuffer.allocate(12).putInt(8, 256).array());
        Cipher unwrapping = Cipher.getInstance("AESWrap");
        unwrapping.init(Cipher.UNWRAP_MODE, new SecretKeySpec(derived.digest(), "AES"));
        Cipher opening = Cipher.getInstance("AES/GCM/NoPadding");
        opening.init(Cipher.DECRYPT_MODE, unwrapping.unwrap(bytes(parts[1]), "AES", Cipher.SECRET_KEY),
            new GCMParameterSpec(128, bytes(parts[2])));
        opening.updateAAD(parts[0].getBytes(StandardCharsets.US_ASCII));
        opening.update(bytes(parts[3]));
        return opening.doFinal(bytes(parts[4]));
    }

    private static byte[] bytes(Object text) {
        return Base64.getUrlDecoder().decode((String) text);
    }

    private static BigInteger number(Map<?, ?> jwk, String name) {
        return new BigInteger(1, bytes(jwk.get(name)));
    }
}
