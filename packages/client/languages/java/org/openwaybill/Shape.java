package org.openwaybill;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a message consists of, and how it is made. */
public final class Shape<M extends Message> {
    final String name;
    final List<Member> members;
    final Function<Values, M> make;

    private Shape(String name, Function<Values, M> make, List<Member> members) {
        this.name = name;
        this.make = make;
        this.members = members;
    }

    /** A message of that name and those members. */
    public static <M extends Message> Shape<M> of(String name, Function<Values, M> make, Member... members) {
        return new Shape<>(name, make, Arrays.asList(members));
    }

    /** The message that JSON says; throws {@code MisfitException} where a member is missing or of another type. */
    public M read(Object json) {
        return read(json, true);
    }

    /** The same; what does not fit is left out where that is allowed. */
    M read(Object json, boolean isStrict) {
        if (!(json instanceof Map)) {
            throw new MisfitException("", "type", "This is no object.");
        }
        Map<String, Object> additional = new LinkedHashMap<>();
        ((Map<?, ?>) json).forEach((key, value) -> additional.put(key.toString(), value));
        Map<String, Object> found = new LinkedHashMap<>();
        for (Member member : members) {
            boolean isThere = additional.containsKey(member.name);
            Object value = additional.remove(member.name);
            if (!isThere && member.isRequired && isStrict) {
                throw new MisfitException("", "required", "The member " + member.name + " is missing.");
            }
            if (!isThere) {
                continue;
            }
            try {
                found.put(member.name, member.kind.read(value));
            } catch (MisfitException misfit) {
                if (isStrict) {
                    throw misfit.below(member.name);
                }
            }
        }
        return make.apply(new Values(this, found, additional));
    }
}
