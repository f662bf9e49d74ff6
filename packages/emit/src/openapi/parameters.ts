import {
  isPage,
  mustNotBeCached,
  type OperationEntry,
  type PlainSchema,
  type Registry,
  takesDelivery,
  takesIdempotencyKey,
  takesIfMatch,
  wordNameOf,
} from '@openwaybill/schemas';
import { localRef, received } from './components.ts';

type Parameter = Readonly<Record<string, unknown>>;

/** Parameters that follow from the form of an operation, by the name of their component. */
export const PARAMETERS = {
  OpenWaybillVersion: {
    name: 'OpenWaybill-Version',
    in: 'header',
    required: false,
    description:
      'Version of the standard that the caller speaks. Callers send it; its absence is read as 1.0, and a newer minor is accepted.',
    schema: { type: 'string', maxLength: 7, pattern: '^[0-9]{1,3}[.][0-9]{1,3}$' },
    example: '1.0',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'Names the call, so that a repetition has no second effect: a UUID or a ULID, made once and kept over retries.',
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
    schema: { type: 'string', maxLength: 18, pattern: '^"[0-9]{1,16}"$' },
    example: '"3"',
  },
  IfMatchOnceStored: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description:
      'The `ETag` of the revision that the caller has seen. Required once the resource exists; absent for the first.',
    schema: { type: 'string', maxLength: 18, pattern: '^"[0-9]{1,16}"$' },
    example: '"3"',
  },
  CacheControl: {
    name: 'Cache-Control',
    in: 'header',
    required: false,
    description: 'The request is never stored by a cache.',
    schema: { type: 'string', const: 'no-store' },
  },
  TraceParent: {
    name: 'traceparent',
    in: 'header',
    required: false,
    description: 'W3C trace context. It holds no personal data.',
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
    schema: { $ref: '#/components/schemas/Cursor' },
  },
  Limit: {
    name: 'limit',
    in: 'query',
    required: false,
    description: 'How many items a page may have; 50 where it is absent.',
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 200 },
    example: 50,
  },
  WebhookId: {
    name: 'webhook-id',
    in: 'header',
    required: true,
    description: 'The `id` of the event, unchanged over retries.',
    schema: { type: 'string', maxLength: 68, pattern: '^msg_[A-Za-z0-9]{16,64}$' },
    example: 'msg_0000000000000001',
  },
  WebhookTimestamp: {
    name: 'webhook-timestamp',
    in: 'header',
    required: true,
    description: 'Seconds since 1970 at which this attempt was signed.',
    schema: { type: 'string', maxLength: 12, pattern: '^[0-9]{1,12}$' },
    example: '1795311000',
  },
  WebhookSignature: {
    name: 'webhook-signature',
    in: 'header',
    required: true,
    description:
      'Signatures over `{id}.{timestamp}.{raw body}`, apart by spaces; one of them is `v1a` (Ed25519).',
    schema: { type: 'string', maxLength: 1000 },
  },
} as const satisfies Readonly<Record<string, Parameter>>;

type ParameterName = keyof typeof PARAMETERS;

/** References to parameters. */
export const parameterRefs = (names: readonly ParameterName[]): readonly Parameter[] =>
  names.map((name) => ({ $ref: `#/components/parameters/${name}` }));

/** The headers that name and sign a delivery. */
export const DELIVERY = [
  'WebhookId',
  'WebhookTimestamp',
  'WebhookSignature',
] as const satisfies readonly ParameterName[];

const wordOf = (registry: Registry, parameter: string) => {
  const word = registry.schemas.get(wordNameOf(registry.schemas, parameter) ?? '')?.schema;
  if (word?.$id === undefined)
    throw new Error(
      `The path parameter {${parameter}} has no word. A parameter is called like a word, or ends in Id and is a UUID: add the word.`,
    );
  return { id: word.$id, description: word.description ?? '' };
};

const pathParameter =
  (registry: Registry) =>
  (name: string): Parameter => {
    const word = wordOf(registry, name);
    return {
      name,
      in: 'path',
      required: true,
      description: word.description,
      schema: { $ref: localRef(word.id) },
    };
  };

const describe = (registry: Registry, schema: PlainSchema): unknown =>
  schema.description ??
  (typeof schema.$ref === 'string'
    ? [...registry.schemas.values()].find((entry) => entry.schema.$id === schema.$ref)?.schema
        .description
    : undefined);

const queryParameter =
  (registry: Registry, operation: OperationEntry) =>
  ([name, schema]: readonly [string, PlainSchema]): Parameter => ({
    name,
    in: 'query',
    required: operation.requiredQuery?.includes(name) ?? false,
    ...(describe(registry, schema) === undefined
      ? {}
      : { description: describe(registry, schema) }),
    // a parameter that is given twice is refused
    ...(schema.type === 'array' ? { explode: false } : {}),
    schema: received(schema),
  });

/** Every parameter of an operation: of its path, of its query, and the headers that follow from its form. */
export const parametersOf = (
  registry: Registry,
  operation: OperationEntry,
): readonly Parameter[] => {
  const named = new Set(Object.keys(operation.query ?? {}));
  const paging = isPage(operation.answer.body)
    ? (['Cursor', 'Limit'] as const).filter((name) => !named.has(PARAMETERS[name].name))
    : [];
  return [
    ...operation.pathParameters.map(pathParameter(registry)),
    ...Object.entries(operation.query ?? {}).map(queryParameter(registry, operation)),
    ...parameterRefs([
      ...paging,
      'OpenWaybillVersion',
      ...(takesIdempotencyKey(operation) ? (['IdempotencyKey'] as const) : []),
      ...(takesIfMatch(operation) === 'always' ? (['IfMatch'] as const) : []),
      ...(takesIfMatch(operation) === 'once-stored' ? (['IfMatchOnceStored'] as const) : []),
      ...(takesDelivery(operation) ? DELIVERY : []),
      ...(mustNotBeCached(registry.schemas, operation) ? (['CacheControl'] as const) : []),
      'TraceParent',
    ]),
  ];
};
