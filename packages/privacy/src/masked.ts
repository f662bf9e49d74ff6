import type { PrivacyMask } from '@openwaybill/schemas';

declare const MASK: unique symbol;
declare const TOKEN: unique symbol;
declare const SEALED: unique symbol;

/** A text that a mask has answered: it may stand in a member whose name ends in `Masked`. */
export type Masked<M extends PrivacyMask> = string & { readonly [MASK]: M };

/** An opaque reference to a person; random, never derived from the person. */
export type Token = string & { readonly [TOKEN]: true };

/** A sealed consignee: a compact JWE (RFC 7516) that only its recipient opens. */
export type Sealed = string & { readonly [SEALED]: true };
