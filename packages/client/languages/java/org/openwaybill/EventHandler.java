package org.openwaybill;

/** Does what is to be done with an event. */
@FunctionalInterface
public interface EventHandler<T> {
    /** One that throws makes the sender come again. It has five seconds. */
    void handle(Event<T> event) throws Exception;
}
