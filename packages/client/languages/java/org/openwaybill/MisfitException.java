package org.openwaybill;

/** A value is not what its message says. It names the place and the rule, and nothing of the value. */
public final class MisfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String rule;
    private final String fault;

    MisfitException(String pointer, String rule, String fault) {
        super(pointer + ": " + fault);
        this.pointer = pointer;
        this.rule = rule;
        this.fault = fault;
    }

    /** The same seen from what is around it. */
    MisfitException below(Object step) {
        String escaped = step.toString().replace("~", "~0").replace("/", "~1");
        return new MisfitException("/" + escaped + pointer, rule, fault);
    }

    /** Where (RFC 6901). */
    public String getPointer() {
        return pointer;
    }

    /** The rule that it breaks. */
    public String getRule() {
        return rule;
    }

    /** What is wrong there, in a sentence. */
    public String getFault() {
        return fault;
    }
}
