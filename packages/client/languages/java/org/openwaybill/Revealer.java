package org.openwaybill;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openwaybill.code.RevealField;
import org.openwaybill.message.RevealGrant;
import org.openwaybill.message.RevealGrantFields;
import org.openwaybill.message.RevealRequest;

/**
 * Asks for fields of one person and one parcel for one purpose. It seals by default, verifies what it is given before
 * it is opened, and lets no plain value into an error.
 */
public final class Revealer {
    private static final int PARTS = 5;

    private final Client platform;
    private final String issuer;
    private final String recipient;
    private final String keyId;
    private final SealOpener opener;
    private final Clock clock;

    /** One by the clock of this machine. */
    public Revealer(Client platform, String issuer, String recipient, String keyId, SealOpener opener) {
        this(platform, issuer, recipient, keyId, opener, Clock.systemUTC());
    }

    /**
     * One that knows the platform and the caller itself by their party ids, the key that answers are sealed to, and
     * what opens them.
     */
    public Revealer(
            Client platform, String issuer, String recipient, String keyId, SealOpener opener, Clock clock) {
        this.platform = Objects.requireNonNull(platform);
        this.issuer = Objects.requireNonNull(issuer);
        this.recipient = Objects.requireNonNull(recipient);
        this.keyId = Objects.requireNonNull(keyId);
        this.opener = Objects.requireNonNull(opener);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Asks for fields that come sealed. What a purpose does not allow is refused before it is sent. */
    public RevealOutcome reveal(RevealRequest request, IdempotencyKey key) {
        Map<String, Object> asked = treeOf(request);
        asked.put("sealToKeyId", keyId);
        return ask(RevealRequest.SHAPE.read(asked), false, key);
    }

    /** The same with fields that come in clear inside TLS. */
    public RevealOutcome revealInClear(RevealRequest request, IdempotencyKey key) {
        Map<String, Object> asked = treeOf(request);
        asked.remove("sealToKeyId");
        return ask(RevealRequest.SHAPE.read(asked), true, key);
    }

    /** Uses a grant once more: after its approval, or while uses are left. */
    public RevealOutcome read(String revealId, String waybillNo, String purpose) {
        return taken(platform.readReveal(revealId), waybillNo, purpose);
    }

    private RevealOutcome ask(RevealRequest request, boolean isInClear, IdempotencyKey key) {
        List<MisfitException> found = overAsked(request, isInClear);
        if (!found.isEmpty()) {
            return RevealOutcome.refused(
                Problems.own("REQUEST_INVALID", 0, false, "The purpose does not allow what is asked for.", found));
        }
        return taken(platform.requestReveal(request, key), request.getWaybillNo(), request.getPurpose().toString());
    }

    private static List<MisfitException> overAsked(RevealRequest request, boolean isInClear) {
        List<MisfitException> found = new ArrayList<>();
        String purpose = request.getPurpose().toString();
        List<String> allowed = RevealTables.FIELDS.get(purpose);
        if (allowed == null) {
            found.add(misfit("/purpose", "This purpose shows no fields; these do: " + RevealTables.FIELDS.keySet() + "."));
            return found;
        }
        if (request.getFields().isEmpty()) {
            found.add(misfit("/fields", "No field is asked for; name some of " + allowed + "."));
        }
        int at = 0;
        for (RevealField field : request.getFields()) {
            if (!allowed.contains(field.toString())) {
                found.add(misfit("/fields/" + at, purpose + " allows " + allowed + " alone; leave it out."));
            }
            at++;
        }
        if (isInClear && RevealTables.SEALED.contains(purpose)) {
            found.add(misfit("/sealToKeyId", "Fields for " + purpose + " come sealed alone; call reveal()."));
        }
        return found;
    }

    /** What a message says, to be read again with a member more or less. */
    private static Map<String, Object> treeOf(Message message) {
        return message.toTree(true);
    }

    private static MisfitException misfit(String pointer, String fault) {
        return new MisfitException(pointer, "purpose", fault);
    }

    private RevealOutcome taken(Outcome<RevealGrant> outcome, String waybillNo, String purpose) {
        if (!outcome.isOk()) {
            return RevealOutcome.refused(outcome.getProblem());
        }
        RevealGrant given = outcome.getValue();
        Map<String, Object> bare = treeOf(given);
        bare.remove("fields");
        bare.remove("sealedFields");
        RevealGrant grant = RevealGrant.SHAPE.read(bare);
        if (given.getFields().isPresent() || !given.getSealedFields().isPresent()) {
            return RevealOutcome.of(grant, given.getFields().map(RevealedFields::new).orElse(null));
        }
        SealedUse use = new SealedUse(issuer, recipient, waybillNo, purpose, given.getRevealId());
        return opened(given.getSealedFields().get(), use, grant);
    }

    private RevealOutcome opened(String compactJwe, SealedUse use, RevealGrant grant) {
        Map<?, ?> header = headerOf(compactJwe);
        if (header == null) {
            return RevealOutcome.unfit(SealFault.FORM);
        }
        SealFault fault = use.faultOf(header, clock.millis());
        if (fault != null) {
            return RevealOutcome.unfit(fault);
        }
        if (!(header.get("kid") instanceof String)) {
            return RevealOutcome.unfit(SealFault.KEY);
        }
        byte[] payload;
        try {
            payload = opener.open(compactJwe, (String) header.get("kid"));
        } catch (Exception closed) {
            // what it says may hold bytes of what was sealed, so it goes no further
            return RevealOutcome.unfit(SealFault.KEY);
        }
        try {
            return RevealOutcome.of(grant, new RevealedFields(RevealGrantFields.SHAPE.read(Json.read(payload))));
        } catch (JsonException | MisfitException unreadable) {
            return RevealOutcome.unfit(SealFault.FORM);
        }
    }

    private static Map<?, ?> headerOf(String compactJwe) {
        String[] parts = compactJwe.split("\\.", -1);
        if (parts.length != PARTS) {
            return null;
        }
        try {
            Object header = Json.read(Base64.getUrlDecoder().decode(parts[0]));
            return header instanceof Map ? (Map<?, ?>) header : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
