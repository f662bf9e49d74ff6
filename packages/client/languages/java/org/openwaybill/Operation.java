package org.openwaybill;

import java.util.function.Function;

/** What the run time needs of an operation; what is not said is false. */
final class Operation<T> {
    final String method;
    final String path;
    /** Reads the answer; null where it has no body. */
    final Function<Object, T> answer;
    boolean isKeyed;
    boolean isNoStore;
    boolean isAnonymous;

    private Operation(String method, String path, Function<Object, T> answer) {
        this.method = method;
        this.path = path;
        this.answer = answer;
    }

    static <M extends Message> Operation<M> answering(Shape<M> answer, String method, String path) {
        return new Operation<>(method, path, answer::read);
    }

    static Operation<Void> silent(String method, String path) {
        return new Operation<>(method, path, null);
    }

    /** Named by an idempotency key. */
    Operation<T> keyed() {
        isKeyed = true;
        return this;
    }

    /** Neither request nor answer is kept on the way. */
    Operation<T> noStore() {
        isNoStore = true;
        return this;
    }

    /** Called without a token. */
    Operation<T> anonymous() {
        isAnonymous = true;
        return this;
    }

    /** Only reads and calls with a key are repeated. */
    boolean isRepeatable() {
        return isKeyed || "GET".equals(method);
    }
}
