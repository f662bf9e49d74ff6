package org.openwaybill;

import java.time.OffsetDateTime;
import java.util.Objects;

/** A date and time with its offset, as it came (RFC 3339): written again it is the same text. */
public final class Moment {
    private final String text;

    private Moment(String text) {
        this.text = text;
    }

    /** What that text says; it is read when somebody asks for its time. */
    public static Moment of(String text) {
        return new Moment(Objects.requireNonNull(text));
    }

    /** That time, to the second or finer. */
    public static Moment of(OffsetDateTime time) {
        // toString() leaves out seconds that are zero, which the standard wants
        String text = time.toString();
        return of(time.getSecond() == 0 && time.getNano() == 0
            ? text.replaceFirst("T([0-9]{2}:[0-9]{2})(?!:)", "T$1:00")
            : text);
    }

    /** The same as a time that keeps its offset; throws {@code DateTimeParseException} where the text is none. */
    public OffsetDateTime toOffsetDateTime() {
        return OffsetDateTime.parse(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Moment && text.equals(((Moment) other).text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text as it came. */
    @Override
    public String toString() {
        return text;
    }
}
