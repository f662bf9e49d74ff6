package org.openwaybill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a recipient uses sealed fields for, and whether their header is for that use. */
public final class SealedUse {
    private static final long MILLISECONDS = 1000;

    /** The claim that each fault is about and what it has to say, in the order in which they are judged. */
    private final Map<SealFault, String[]> bound = new LinkedHashMap<>();

    /** A use; issuer and recipient are party ids. */
    public SealedUse(String issuer, String recipient, String waybillNo, String purpose, String revealId) {
        bound.put(SealFault.ISSUER, new String[] {"iss", issuer});
        bound.put(SealFault.AUDIENCE, new String[] {"aud", recipient});
        bound.put(SealFault.WAYBILL, new String[] {"waybillNo", waybillNo});
        bound.put(SealFault.PURPOSE, new String[] {"purpose", purpose});
        bound.put(SealFault.REVEAL, new String[] {"revealId", revealId});
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
        for (Map.Entry<SealFault, String[]> one : bound.entrySet()) {
            String[] claim = one.getValue();
            if (!claim[1].equals(header.get(claim[0]))) {
                return one.getKey();
            }
        }
        // divided, so that no time is too large
        return (Long) header.get("exp") <= Math.floorDiv(nowMilliseconds, MILLISECONDS) ? SealFault.EXPIRED : null;
    }

    private static boolean namesEach(Object crit) {
        return crit instanceof List && ((List<?>) crit).size() == RevealTables.CRITICAL.size()
            && ((List<?>) crit).containsAll(RevealTables.CRITICAL);
    }
}
