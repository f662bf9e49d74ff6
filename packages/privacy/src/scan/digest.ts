/**
 * An unkeyed digest, by whatever computes it on this platform. Of a phone it is no token: all phones are tried in
 * hours.
 */
export type Digest = {
  readonly name: string;
  /** In hexadecimal, lower case. */
  readonly of: (bytes: Uint8Array) => string;
};
