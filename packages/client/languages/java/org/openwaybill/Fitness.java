package org.openwaybill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What no receiver could take as it is meant, found before it is sent. */
final class Fitness {
    /** The largest whole number that every receiver reads as it was sent (RFC 8259 section 6). */
    static final long LARGEST_SAFE = (1L << 53) - 1;

    /** Stars, circles, blocks and crosses with which others hide characters, and a face that one platform prints. */
    private static final Pattern MASK = Pattern.compile(
        "[*\u2217\u2731\u066d\ufe61\uff0a\u25cf\u25cb\u25ef\u2b24\u2588\u2587\u25a0\u25a1\u00d7\u2715\u2716]"
            + "|\\(\\^_\\^\\)");

    private Fitness() {
    }

    /** Where numbers stand that would lose digits. */
    static List<MisfitException> unsafeIn(Object json) {
        List<MisfitException> found = new ArrayList<>();
        if (json instanceof Number && Math.abs(((Number) json).doubleValue()) > LARGEST_SAFE) {
            found.add(new MisfitException("", "safe-integer", "The number has more digits than are kept."));
        } else if (json instanceof List) {
            int at = 0;
            for (Object item : (List<?>) json) {
                addBelow(at, unsafeIn(item), found);
                at++;
            }
        } else if (json instanceof Map) {
            ((Map<?, ?>) json).forEach((name, value) -> addBelow(name, unsafeIn(value), found));
        }
        return found;
    }

    /** Where masked values stand in plain members. */
    static List<MisfitException> masksIn(Message message) {
        List<MisfitException> found = new ArrayList<>();
        for (Member member : message.values().shape.members) {
            Object value = message.values().members.get(member.name);
            addBelow(member.name, masksIn(value, member.isPlain), found);
        }
        return found;
    }

    private static List<MisfitException> masksIn(Object value, boolean isPlain) {
        List<MisfitException> found = new ArrayList<>();
        if (value instanceof Message) {
            return masksIn((Message) value);
        }
        if (value instanceof List) {
            int at = 0;
            for (Object item : (List<?>) value) {
                addBelow(at, masksIn(item, isPlain), found);
                at++;
            }
        } else if (isPlain && value instanceof String && MASK.matcher((String) value).find()) {
            found.add(new MisfitException("", "masked-input", "A masked value stands in a plain member."));
        }
        return found;
    }

    private static void addBelow(Object step, List<MisfitException> faults, List<MisfitException> found) {
        for (MisfitException fault : faults) {
            found.add(fault.below(step));
        }
    }
}
