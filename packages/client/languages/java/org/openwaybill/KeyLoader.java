package org.openwaybill;

import java.util.List;

/** Gives the keys of a party. */
@FunctionalInterface
public interface KeyLoader {
    /** The keys; {@code isFresh} when none of those that it gave has signed a delivery. */
    List<VerifyingKey> keys(boolean isFresh) throws Exception;
}
