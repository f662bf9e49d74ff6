package org.openwaybill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a message: what is set last counts, and {@code null} means absent. */
public abstract class MessageBuilder<M extends Message> {
    private final Shape<M> shape;
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** A builder that begins with what another message says; with nothing where that is null. */
    protected MessageBuilder(Shape<M> shape, M from) {
        this.shape = shape;
        if (from != null) {
            members.putAll(from.values().members);
        }
    }

    /** Sets a member. */
    protected final void set(String name, Object value) {
        if (value == null) {
            members.remove(name);
        } else if (value instanceof List) {
            members.put(name, Collections.unmodifiableList(new ArrayList<>((List<?>) value)));
        } else {
            members.put(name, value);
        }
    }

    /** The message; throws {@code IllegalStateException} where a member is missing that is always there. */
    public final M build() {
        List<String> missing = new ArrayList<>();
        for (Member member : shape.members) {
            if (member.isRequired && !members.containsKey(member.name)) {
                missing.add(member.name);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                shape.name + " lacks " + String.join(", ", missing) + "; set what it lacks before build().");
        }
        return shape.make.apply(new Values(shape, members, Collections.emptyMap()));
    }
}
