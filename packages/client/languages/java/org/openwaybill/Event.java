package org.openwaybill;

import java.util.Optional;

/** An event that came in, verified. Its data are the message of its type; a {@code Map} where the type is not known. */
public final class Event<T> {
    private final String id;
    private final String source;
    private final String type;
    private final String subject;
    private final Moment time;
    private final T data;

    Event(String id, String source, String type, String subject, Moment time, T data) {
        this.id = id;
        this.source = source;
        this.type = type;
        this.subject = subject;
        this.time = time;
        this.data = data;
    }

    /** With its source it names the event: what comes again has the same. */
    public String getId() {
        return id;
    }

    /** The party that tells it. */
    public String getSource() {
        return source;
    }

    /** Its type, known or not. */
    public String getType() {
        return type;
    }

    /** What it is about, such as a waybill number. */
    public Optional<String> getSubject() {
        return Optional.ofNullable(subject);
    }

    /** When it happened. */
    public Optional<Moment> getTime() {
        return Optional.ofNullable(time);
    }

    /** What happened. */
    public T getData() {
        return data;
    }

    @Override
    public String toString() {
        // nobody says of data that are not known whether they are personal
        return "Event{" + type + ", " + id + (data instanceof Message ? ", " + data : "") + "}";
    }
}
