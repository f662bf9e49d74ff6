import type { Operation } from './operation.ts';
import type { PlainSchema } from './ordered.ts';
import { isPage } from './page.ts';
import type { Registry } from './registry.ts';
import { idOf } from './schema.ts';
import { SPOKEN_FORM, SPOKEN_VERSION } from './version.ts';
import {
  mustNotBeCached,
  takesDelivery,
  takesIdempotencyKey,
  takesIfMatch,
} from './wire-headers.ts';

/** Parameters that follow from the form of an operation, as OpenAPI writes them, by the name of their component. */
export const PARAMETERS = {
  OpenWaybillVersion: {
    name: 'OpenWaybill-Version',
    in: 'header',
    required: false,
    description:
      'Version of the standard that the caller speaks. Callers send it; its absence is read as 1.0, and a newer minor is accepted.',
    'x-description-zh': '调用方所用标准的版本。由调用方发送；缺省视为 1.0，较新的次版本予以接受。',
    schema: { type: 'string', ...SPOKEN_FORM, pattern: `^${SPOKEN_FORM.pattern}$` },
    example: SPOKEN_VERSION,
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'Names the call, so that a repetition has no second effect: a UUID or a ULID, made once and kept over retries.',
    'x-description-zh':
      '标识本次调用，使重复发送不产生第二次效果：UUID 或 ULID，一次生成，重试时不变。',
    schema: {
      type: 'string',
      maxLength: 36,
      pattern:
        '^([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}|[0-7][0-9A-HJKMNP-TV-Z]{25})$',
    },
    example: '0197f0a2-6d3a-7c31-9b1e-2f4f5a6b7c8d',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The `ETag` of the revision that the caller has seen.',
    'x-description-zh': '调用方所见修订的 `ETag`。',
    schema: { type: 'string', maxLength: 18, pattern: '^"[0-9]{1,16}"$' },
    example: '"3"',
  },
  IfMatchOnceStored: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description:
      'The `ETag` of the revision that the caller has seen. Required once the resource exists; absent for the first.',
    'x-description-zh': '调用方所见修订的 `ETag`。资源存在之后必填；首次提交时缺省。',
    schema: { type: 'string', maxLength: 18, pattern: '^"[0-9]{1,16}"$' },
    example: '"3"',
  },
  CacheControl: {
    name: 'Cache-Control',
    in: 'header',
    required: false,
    description: 'The request is never stored by a cache.',
    'x-description-zh': '该请求不由任何缓存保存。',
    schema: { type: 'string', const: 'no-store' },
  },
  TraceParent: {
    name: 'traceparent',
    in: 'header',
    required: false,
    description: 'W3C trace context. It holds no personal data.',
    'x-description-zh': 'W3C 跟踪上下文，不含个人信息。',
    schema: {
      type: 'string',
      maxLength: 55,
      pattern: '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$',
    },
  },
  Cursor: {
    name: 'cursor',
    in: 'query',
    required: false,
    description: 'Opaque place in the list to go on from: the `nextCursor` of the page before.',
    'x-description-zh': '列表中不透明的续读位置，即上一页的 `nextCursor`。',
    schema: { $ref: idOf('Cursor') },
  },
  Limit: {
    name: 'limit',
    in: 'query',
    required: false,
    description: 'How many items a page may have; 50 where it is absent.',
    'x-description-zh': '每页最多的条目数；缺省为 50。',
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 200 },
    example: 50,
  },
  WebhookId: {
    name: 'webhook-id',
    in: 'header',
    required: true,
    description: 'The `id` of the event, unchanged over retries.',
    'x-description-zh': '事件的 `id`，重试时不变。',
    schema: { type: 'string', maxLength: 68, pattern: '^msg_[A-Za-z0-9]{16,64}$' },
    example: 'msg_0000000000000001',
  },
  WebhookTimestamp: {
    name: 'webhook-timestamp',
    in: 'header',
    required: true,
    description: 'Seconds since 1970 at which this attempt was signed.',
    'x-description-zh': '本次投递签名的时刻，自 1970 年起的秒数。',
    schema: { type: 'string', maxLength: 12, pattern: '^[0-9]{1,12}$' },
    example: '1795311000',
  },
  WebhookSignature: {
    name: 'webhook-signature',
    in: 'header',
    required: true,
    description:
      'Signatures over `{id}.{timestamp}.{raw body}`, apart by spaces; one of them is `v1a` (Ed25519).',
    'x-description-zh':
      '对 `{id}.{timestamp}.{raw body}` 的签名，以空格分隔，其中之一为 `v1a`（Ed25519）。',
    schema: { type: 'string', maxLength: 1000 },
  },
} as const satisfies Readonly<Record<string, PlainSchema>>;

export type ParameterName = keyof typeof PARAMETERS;

/** The headers that name and sign a delivery. */
export const DELIVERY_HEADERS = [
  'WebhookId',
  'WebhookTimestamp',
  'WebhookSignature',
] as const satisfies readonly ParameterName[];

/** The parameters that an operation has by its form: those of paging that it does not name itself, and its headers. */
export const parametersByForm = (
  schemas: Registry['schemas'],
  operation: Operation,
): readonly ParameterName[] => [
  ...(isPage(operation.answer.body)
    ? (['Cursor', 'Limit'] as const).filter(
        (name) => operation.query?.[PARAMETERS[name].name] === undefined,
      )
    : []),
  'OpenWaybillVersion',
  ...(takesIdempotencyKey(operation) ? (['IdempotencyKey'] as const) : []),
  ...(takesIfMatch(operation) === 'always' ? (['IfMatch'] as const) : []),
  ...(takesIfMatch(operation) === 'once-stored' ? (['IfMatchOnceStored'] as const) : []),
  ...(takesDelivery(operation) ? DELIVERY_HEADERS : []),
  ...(mustNotBeCached(schemas, operation) ? (['CacheControl'] as const) : []),
  'TraceParent',
];
