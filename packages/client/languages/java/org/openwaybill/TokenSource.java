package org.openwaybill;

/** Gives tokens; one that remembers them does not give again what was refused. */
@FunctionalInterface
public interface TokenSource {
    /** A token for the other party. {@code refused} is the one that was refused, or null; a failure ends the call. */
    String token(String refused) throws Exception;
}
