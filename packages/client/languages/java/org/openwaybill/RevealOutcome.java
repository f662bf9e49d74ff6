package org.openwaybill;

import java.util.Optional;
import org.openwaybill.message.Problem;
import org.openwaybill.message.RevealGrant;

/** What became of a reveal: a grant, a problem, or sealed fields that do not fit and are not used. */
public final class RevealOutcome {
    private final RevealGrant grant;
    private final RevealedFields fields;
    private final Problem problem;
    private final SealFault fault;

    private RevealOutcome(RevealGrant grant, RevealedFields fields, Problem problem, SealFault fault) {
        this.grant = grant;
        this.fields = fields;
        this.problem = problem;
        this.fault = fault;
    }

    static RevealOutcome of(RevealGrant grant, RevealedFields fields) {
        return new RevealOutcome(grant, fields, null, null);
    }

    static RevealOutcome refused(Problem problem) {
        return new RevealOutcome(null, null, problem, null);
    }

    static RevealOutcome unfit(SealFault fault) {
        return new RevealOutcome(null, null, null, fault);
    }

    /** Whether there is a grant. */
    public boolean isOk() {
        return grant != null;
    }

    /** The grant without its fields; throws {@code IllegalStateException} where there is none. */
    public RevealGrant getGrant() {
        if (grant == null) {
            throw new IllegalStateException("The reveal was refused; ask isOk() first.");
        }
        return grant;
    }

    /** The fields; absent while the grant is to be approved, and where a use is not shown again. */
    public Optional<RevealedFields> getFields() {
        return Optional.ofNullable(fields);
    }

    /** Why the platform refused, or why it was not asked (REQUEST_INVALID, status 0). */
    public Optional<Problem> getProblem() {
        return Optional.ofNullable(problem);
    }

    /** What of the sealed fields does not fit their use. */
    public Optional<SealFault> getFault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public String toString() {
        return "RevealOutcome{" + (grant != null ? grant + ", " + fields : problem != null ? problem : fault) + "}";
    }
}
