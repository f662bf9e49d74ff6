package org.openwaybill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a value of a member is: how it is read from JSON and written to it. */
public abstract class Kind {
    /** Text. */
    public static final Kind TEXT = new Simple(json -> json instanceof String ? json : null);
    /** A date and time. */
    public static final Kind MOMENT = new Simple(json -> json instanceof String ? Moment.of((String) json) : null);
    /** A whole number. */
    public static final Kind WHOLE = new Simple(json -> json instanceof Long ? json : null);
    /** Yes or no. */
    public static final Kind FLAG = new Simple(json -> json instanceof Boolean ? json : null);
    /** An object that the standard says nothing of. */
    public static final Kind ANY = new Simple(json -> json instanceof Map ? json : null);

    private Kind() {
    }

    /** One of a list of codes, known or not. */
    public static Kind code(Function<String, ? extends Code> of) {
        return new Simple(json -> json instanceof String ? of.apply((String) json) : null);
    }

    /** A message; asked for late, since messages may hold one another. */
    public static Kind message(Supplier<? extends Shape<?>> shape) {
        return new Kind() {
            @Override
            Object read(Object json) {
                return shape.get().read(json);
            }

            @Override
            Object write(Object value, boolean withAdditional) {
                return ((Message) value).toTree(withAdditional);
            }
        };
    }

    /** Any number of those. */
    public static Kind listOf(Kind item) {
        return new Kind() {
            @Override
            Object read(Object json) {
                if (!(json instanceof List)) {
                    throw otherType();
                }
                List<Object> items = new ArrayList<>();
                for (Object one : (List<?>) json) {
                    try {
                        items.add(item.read(one));
                    } catch (MisfitException misfit) {
                        throw misfit.below(items.size());
                    }
                }
                return Collections.unmodifiableList(items);
            }

            @Override
            Object write(Object value, boolean withAdditional) {
                List<Object> items = new ArrayList<>();
                for (Object one : (List<?>) value) {
                    items.add(item.write(one, withAdditional));
                }
                return items;
            }
        };
    }

    /** The value that JSON says; throws where it says another kind. */
    abstract Object read(Object json);

    /** The value as JSON. */
    abstract Object write(Object value, boolean withAdditional);

    static MisfitException otherType() {
        return new MisfitException("", "type", "This is of another type.");
    }

    private static final class Simple extends Kind {
        private final Function<Object, Object> of;

        Simple(Function<Object, Object> of) {
            this.of = of;
        }

        @Override
        Object read(Object json) {
            Object value = of.apply(json);
            if (value == null) {
                throw otherType();
            }
            return value;
        }

        @Override
        Object write(Object value, boolean withAdditional) {
            return value instanceof Code || value instanceof Moment ? value.toString() : value;
        }
    }
}
