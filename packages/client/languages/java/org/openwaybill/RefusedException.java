package org.openwaybill;

import org.openwaybill.message.Problem;

/** A value was taken that is not there: a list that is walked was refused, or nobody asked {@code isOk()}. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.getCode() + " (" + problem.getStatus() + ")");
        this.problem = problem;
    }

    /** Why it was refused; null after serialisation, which keeps the message alone. */
    public Problem getProblem() {
        return problem;
    }
}
