/** The rules of the house for `x-privacy`. */
export type PrivacyRule =
  | 'privacy-class'
  | 'mask-pattern'
  | 'privacy-text'
  | 'no-private-in-url'
  | 'privacy-log'
  | 'privacy-example';

/** One violation: where it is, and what was seen, what is wanted and what to do. */
export type PrivacyFinding = {
  readonly rule: PrivacyRule;
  /** Name of a schema or an operation, or the type of an event. */
  readonly about: string;
  /** RFC 6901, into the schema, or into the message where the rule is about a message. */
  readonly pointer: string;
  readonly message: string;
};
