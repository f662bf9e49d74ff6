import { SPOKEN_FORM, SPOKEN_VERSION } from '@openwaybill/schemas';

/** Headers of answers, by the name of their component. */
export const HEADERS = {
  OpenWaybillVersion: {
    description: 'Version of the standard that the server speaks.',
    'x-description-zh': '服务方所用标准的版本。',
    required: true,
    schema: { type: 'string', ...SPOKEN_FORM, pattern: `^${SPOKEN_FORM.pattern}$` },
    example: SPOKEN_VERSION,
  },
  OpenWaybillSandbox: {
    description: 'Present on every answer of a sandbox, absent in production.',
    'x-description-zh': '沙箱的每个应答均带有，生产环境没有。',
    schema: { type: 'string', const: 'true' },
  },
  ETag: {
    description: 'Revision of the resource, in quotation marks.',
    'x-description-zh': '资源的修订号，置于引号内。',
    required: true,
    schema: { type: 'string', maxLength: 18, pattern: '^"[0-9]{1,16}"$' },
    example: '"3"',
  },
  IdempotencyReplayed: {
    description: 'Present where the answer to an earlier call is repeated.',
    'x-description-zh': '重复先前调用的应答时带有。',
    schema: { type: 'string', const: 'true' },
  },
  RetryAfter: {
    description: 'Seconds to wait before the next attempt.',
    'x-description-zh': '下次尝试前须等待的秒数。',
    required: true,
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 604_800 },
    example: 30,
  },
  RateLimit: {
    description: 'What is left of the quota (informative).',
    'x-description-zh': '剩余配额（资料性）。',
    schema: { type: 'string', maxLength: 200 },
  },
  RateLimitPolicy: {
    description: 'The quota (informative).',
    'x-description-zh': '配额（资料性）。',
    schema: { type: 'string', maxLength: 200 },
  },
  CacheControl: {
    description: 'The answer is never stored by a cache.',
    'x-description-zh': '该应答不由任何缓存保存。',
    required: true,
    schema: { type: 'string', const: 'no-store' },
  },
  Allow: {
    description: 'Methods that the path has.',
    'x-description-zh': '该路径所具有的方法。',
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
