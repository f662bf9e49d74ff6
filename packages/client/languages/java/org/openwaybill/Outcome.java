package org.openwaybill;

import java.util.Objects;
import java.util.OptionalLong;
import org.openwaybill.message.Problem;

/** What became of a call: a value, or the problem for which there is none. A refusal is no exception. */
public final class Outcome<T> {
    private final T value;
    private final Problem problem;
    private final int status;
    private final boolean isReplayed;
    private final OptionalLong revision;

    private Outcome(T value, Problem problem, int status, boolean isReplayed, OptionalLong revision) {
        this.value = value;
        this.problem = problem;
        this.status = status;
        this.isReplayed = isReplayed;
        this.revision = revision;
    }

    static <T> Outcome<T> of(T value, int status, boolean isReplayed, OptionalLong revision) {
        return new Outcome<>(value, null, status, isReplayed, revision);
    }

    static <T> Outcome<T> refused(Problem problem) {
        return new Outcome<>(null, Objects.requireNonNull(problem), (int) problem.getStatus(), false, OptionalLong.empty());
    }

    /** Whether there is a value. */
    public boolean isOk() {
        return problem == null;
    }

    /** What was asked for, null where the answer has no body; throws {@link RefusedException} where there is none. */
    public T getValue() {
        if (problem != null) {
            throw new RefusedException(problem);
        }
        return value;
    }

    /** Why there is no value; throws {@code IllegalStateException} where there is one. */
    public Problem getProblem() {
        if (problem == null) {
            throw new IllegalStateException("The call has a value; ask isOk() first.");
        }
        return problem;
    }

    /** The status of the answer; 0 where none came. */
    public int getStatus() {
        return status;
    }

    /** Whether it is the answer to an earlier call with the same key. */
    public boolean isReplayed() {
        return isReplayed;
    }

    /** The revision of the entity tag, which a change names; absent where there is none. */
    public OptionalLong getRevision() {
        return revision;
    }

    @Override
    public String toString() {
        return "Outcome{" + status + ", " + (problem == null ? value : problem) + "}";
    }
}
