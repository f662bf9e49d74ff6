package org.openwaybill;

/** A type of event with the message that it carries. */
public final class EventType<T extends Message> {
    final String name;
    final Shape<T> payload;

    EventType(String name, Shape<T> payload) {
        this.name = name;
        this.payload = payload;
    }

    /** Its name on the wire, such as {@code org.openwaybill.order.status.changed}. */
    @Override
    public String toString() {
        return name;
    }
}
