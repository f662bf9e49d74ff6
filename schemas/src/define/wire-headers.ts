import type { TSchema } from '@sinclair/typebox';
import { derivedOnce } from './derived-once.ts';
import type { Operation } from './operation.ts';
import { isAtLeast, privacyMax } from './privacy-max.ts';
import type { Registry } from './registry.ts';
import { nameOf } from './schema.ts';

/** Resources whose `revision` is no state of the resource: an agreement's numbers its terms. */
const WITHOUT_ETAG: readonly string[] = ['Agreement'];

/** Whether the call must name itself with `Idempotency-Key`: every POST but the one that `webhook-id` names. */
export const takesIdempotencyKey = (operation: Operation): boolean =>
  operation.method === 'POST' && operation.idempotencyKey !== 'none';

/**
 * Whether the call says with `If-Match` which revision it changes: `always` for a PATCH, `once-stored` for a PUT, which
 * may be the first.
 */
export const takesIfMatch = (
  operation: Pick<Operation, 'method'>,
): 'always' | 'once-stored' | undefined =>
  (({ PATCH: 'always', PUT: 'once-stored' }) as const)[operation.method as 'PATCH' | 'PUT'];

/** Whether a delivery header (`webhook-id`, `webhook-timestamp`, `webhook-signature`) names and signs the call. */
export const takesDelivery = (operation: Operation): boolean =>
  operation.method === 'POST' && operation.idempotencyKey === 'none';

/** What an event says that it is, as the HTTP binding of CloudEvents 1.0 asks; a receiver takes plain JSON too. */
export const EVENT_MEDIA_TYPES = ['application/cloudevents+json', 'application/json'] as const;

/** Media types in which the body of a request is taken, the one to send first. */
export const mediaTypesOf = (operation: Operation): readonly string[] =>
  takesDelivery(operation) ? EVENT_MEDIA_TYPES : ['application/json'];

/** Whether the answer carries `ETag`: it is a stored resource with a `revision`. */
export const answersETag = (operation: Operation): boolean => {
  const body: TSchema | undefined = operation.answer.body;
  return (
    body?.$id !== undefined &&
    body.properties?.revision !== undefined &&
    body.properties?.extensions !== undefined &&
    !WITHOUT_ETAG.includes(nameOf(body))
  );
};

/** Whether request and answer carry `Cache-Control: no-store`. */
export const mustNotBeCached = (schemas: Registry['schemas'], operation: Operation): boolean =>
  operation.noStore === true ||
  isAtLeast(privacyMax(schemas, operation.request), 'personal') ||
  isAtLeast(privacyMax(schemas, operation.answer.body), 'personal');

/** What a party holds against another one later: an answer with one of these is signed, in class `signed-messages`. */
const SIGNED = ['RevealGrant', 'LabelData', 'Agreement', 'InterruptionNotice'] as const;
export type SignedContent = (typeof SIGNED)[number];

/** What there is in the answer of an operation that must be signed; nothing in most. */
export const signedContentOf: (
  schemas: Registry['schemas'],
  operation: Operation,
) => SignedContent | undefined = derivedOnce((schemas, operation) => {
  const seen = new Set<string>();
  const heldBy = (value: unknown): SignedContent | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const { $id, $ref } = value as { readonly $id?: unknown; readonly $ref?: unknown };
    for (const id of [$id, $ref]) {
      if (typeof id !== 'string' || seen.has(id)) continue;
      seen.add(id);
      const name = nameOf({ $id: id } as TSchema);
      const held =
        SIGNED.find((one) => one === name) ??
        (id === $ref ? heldBy(schemas.get(name)?.schema) : undefined);
      if (held !== undefined) return held;
    }
    for (const [keyword, one] of Object.entries(value)) {
      const held = keyword === 'examples' ? undefined : heldBy(one);
      if (held !== undefined) return held;
    }
    return undefined;
  };
  return heldBy(operation.answer.body);
});

/** Whether the answer is or holds a reveal, a label, an agreement or an interruption notice. */
export const answerIsSigned = (schemas: Registry['schemas'], operation: Operation): boolean =>
  signedContentOf(schemas, operation) !== undefined;
