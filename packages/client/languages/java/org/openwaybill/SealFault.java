package org.openwaybill;

/** Why sealed fields are refused: what of them does not fit. */
public enum SealFault {
    /** They are no sealed fields. */
    FORM,
    /** Another platform sealed them. */
    ISSUER,
    /** They are for another recipient. */
    AUDIENCE,
    /** They are of another parcel. */
    WAYBILL,
    /** They are for another purpose. */
    PURPOSE,
    /** They are of another reveal. */
    REVEAL,
    /** They have expired. */
    EXPIRED,
    /** No key opens them. */
    KEY
}
