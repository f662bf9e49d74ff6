package org.openwaybill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A message of the standard: it never changes, and its text shows nothing personal. */
public abstract class Message {
    private final Values values;

    /** A message of those values. */
    protected Message(Values values) {
        this.values = Objects.requireNonNull(values);
    }

    /** Members that this release does not know, as {@link Json} reads them. They are not sent back. */
    public final Map<String, Object> getAdditional() {
        return values.additional;
    }

    /** The message as JSON, as it is sent. */
    public final String toJson() {
        return Json.write(toTree(false));
    }

    /** The message as JSON with the members that this release does not know. */
    public final String toJsonWithAdditional() {
        return Json.write(toTree(true));
    }

    /** A member that is always there. Its kind says of which type it is, and the message names both. */
    @SuppressWarnings("unchecked")
    protected final <T> T must(String name) {
        return (T) values.members.get(name);
    }

    /** A member that may be absent. */
    protected final <T> Optional<T> may(String name) {
        return Optional.ofNullable(must(name));
    }

    /** A list, which has no items where it is absent. */
    protected final <T> List<T> items(String name) {
        List<T> found = must(name);
        return found == null ? Collections.emptyList() : found;
    }

    final Values values() {
        return values;
    }

    final Map<String, Object> toTree(boolean withAdditional) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Member member : values.shape.members) {
            Object value = values.members.get(member.name);
            if (value != null) {
                tree.put(member.name, member.kind.write(value, withAdditional));
            }
        }
        if (withAdditional) {
            tree.putAll(values.additional);
        }
        return tree;
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass()
            && values.members.equals(((Message) other).values.members)
            && values.additional.equals(((Message) other).values.additional);
    }

    @Override
    public final int hashCode() {
        return values.members.hashCode();
    }

    /** Everything but what is personal. */
    @Override
    public final String toString() {
        StringBuilder shown = new StringBuilder(values.shape.name).append('{');
        String before = "";
        for (Member member : values.shape.members) {
            Object value = values.members.get(member.name);
            if (value != null) {
                shown.append(before).append(member.name).append('=').append(member.isPersonal ? "[personal]" : value);
                before = ", ";
            }
        }
        // nobody says of an unknown member whether it is personal
        if (!values.additional.isEmpty()) {
            shown.append(before).append("and ").append(values.additional.size()).append(" more");
        }
        return shown.append('}').toString();
    }
}
