import { type ComponentDescriptor, component, type SignatureComponent } from 'http-message-sig';

/** The label of our signature in `Signature` and `Signature-Input`. */
export const LABEL = 'ow';
/** What a signature is for: a request's is never taken for a response's. */
export const TAGS = { request: 'openwaybill-request', response: 'openwaybill-response' } as const;
/** Seconds that a signature is good for after it was made. */
export const MAX_AGE = 300;
/** Seconds by which its maker's clock may be ahead. */
export const MAX_AHEAD = 30;
/** Seconds after which nothing signed with a nonce can still be good: the nonce need not be remembered longer. */
export const NONCE_LIFE = MAX_AGE + MAX_AHEAD;
/** Random bytes of a nonce. */
export const NONCE_BYTES = 16;

/** What every signature of a request covers. */
export const requestComponents = (
  headers: Pick<Headers, 'has'>,
  hasBody: boolean,
): readonly string[] => [
  '@method',
  '@target-uri',
  'authorization',
  ...(hasBody ? ['content-digest', 'content-type'] : []),
  ...(headers.has('idempotency-key') ? ['idempotency-key'] : []),
];

/** What binds a response to its request. */
export const BINDING: readonly ComponentDescriptor[] = [
  component('@method', { req: true }),
  component('@target-uri', { req: true }),
  component('signature', { key: LABEL, req: true }),
];

/** What every signature of a response covers beside that. */
export const responseComponents = (hasBody: boolean): readonly SignatureComponent[] => [
  '@status',
  ...(hasBody ? ['content-digest', 'content-type'] : []),
];
