package org.openwaybill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a recipient uses sealed fields for, and whether their header is for that use. */
public final class SealedUse {
    private static final long MILLISECONDS = 1000;

    private final Map<String, String> bound = new LinkedHashMap<>();

    /** A use; issuer and recipient are party ids. */
    public SealedUse(String issuer, String recipient, String waybillNo, String purpose, String revealId) {
        bound.put("iss", issuer);
        bound.put("aud", recipient);
        bound.put("waybillNo", waybillNo);
        bound.put("purpose", purpose);
        bound.put("revealId", revealId);
    }

    /** What of a header does not fit; null where all of it does. */
    SealFault faultOf(Map<?, ?> header, long nowMilliseconds) {
        boolean isOfForm = RevealTables.ALGORITHM.equals(header.get("alg"))
            && RevealTables.ENCRYPTION.equals(header.get("enc"))
            && RevealTables.TYPE.equals(header.get("typ"))
            && header.get("iat") instanceof Long
            && header.get("exp") instanceof Long
            && namesEach(header.get("crit"));
        if (!isOfForm) {
            return SealFault.FORM;
        }
        SealFault[] faults = {
            SealFault.ISSUER, SealFault.AUDIENCE, SealFault.WAYBILL, SealFault.PURPOSE, SealFault.REVEAL
        };
        int at = 0;
        for (Map.Entry<String, String> one : bound.entrySet()) {
            if (!one.getValue().equals(header.get(one.getKey()))) {
                return faults[at];
            }
            at++;
        }
        // divided, so that no time is too large
        return (Long) header.get("exp") <= Math.floorDiv(nowMilliseconds, MILLISECONDS) ? SealFault.EXPIRED : null;
    }

    private static boolean namesEach(Object crit) {
        return crit instanceof List && ((List<?>) crit).size() == RevealTables.CRITICAL.size()
            && ((List<?>) crit).containsAll(RevealTables.CRITICAL);
    }
}
