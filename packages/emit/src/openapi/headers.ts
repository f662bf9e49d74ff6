/** Headers of answers, by the name of their component.2 says where each stands. */
export const HEADERS = {
  OpenWaybillVersion: {
    description: 'Version of the standard that the server speaks.',
    required: true,
    schema: { type: 'string', maxLength: 7, pattern: '^[0-9]{1,3}[.][0-9]{1,3}$' },
    example: '1.0',
  },
  OpenWaybillSandbox: {
    description: 'Present on every answer of a sandbox, absent in production.',
    schema: { type: 'string', const: 'true' },
  },
  ETag: {
    description: 'Revision of the resource, in quotation marks.',
    required: true,
    schema: { type: 'string', maxLength: 18, pattern: '^"[0-9]{1,16}"$' },
    example: '"3"',
  },
  IdempotencyReplayed: {
    description: 'Present where the answer to an earlier call is repeated.',
    schema: { type: 'string', const: 'true' },
  },
  RetryAfter: {
    description: 'Seconds to wait before the next attempt.',
    required: true,
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 604_800 },
    example: 30,
  },
  RateLimit: {
    description: 'What is left of the quota (informative).',
    schema: { type: 'string', maxLength: 200 },
  },
  RateLimitPolicy: {
    description: 'The quota (informative).',
    schema: { type: 'string', maxLength: 200 },
  },
  CacheControl: {
    description: 'The answer is never stored by a cache.',
    required: true,
    schema: { type: 'string', const: 'no-store' },
  },
  Allow: {
    description: 'Methods that the path has.',
    required: true,
    schema: { type: 'string', maxLength: 60 },
    example: 'GET, HEAD',
  },
} as const;

type HeaderName = keyof typeof HEADERS;

/** How a component of a header is spelled on the wire. */
const ON_THE_WIRE: Readonly<Record<HeaderName, string>> = {
  OpenWaybillVersion: 'OpenWaybill-Version',
  OpenWaybillSandbox: 'OpenWaybill-Sandbox',
  ETag: 'ETag',
  IdempotencyReplayed: 'Idempotency-Replayed',
  RetryAfter: 'Retry-After',
  RateLimit: 'RateLimit',
  RateLimitPolicy: 'RateLimit-Policy',
  CacheControl: 'Cache-Control',
  Allow: 'Allow',
};

/** Headers that every answer may carry. */
export const EVERYWHERE = [
  'OpenWaybillVersion',
  'OpenWaybillSandbox',
  'RateLimit',
  'RateLimitPolicy',
] as const satisfies readonly HeaderName[];

/** References to headers, by their names on the wire. */
export const headers = (
  names: readonly HeaderName[],
): Readonly<Record<string, { readonly $ref: string }>> =>
  Object.fromEntries(
    names.map((name) => [ON_THE_WIRE[name], { $ref: `#/components/headers/${name}` }]),
  );
