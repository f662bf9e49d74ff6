import { type Ambient, ambient } from '../ambient.ts';
import type { Events } from '../generated/calls.ts';
import type { components } from '../generated/receiver.ts';
import { PAYLOADS } from '../generated/tables.ts';
import { bodyOf } from './body-of.ts';
import { challenged, refused, taken } from './inbox-answer.ts';
import type { KeyLoader } from './keys-at.ts';
import type { Finding, Judge } from './rows.ts';
import { type Seen, seenInMemory } from './seen.ts';
import { type Delivery, isSigned, type VerifyingKey } from './signature.ts';

/** An event of any type. */
export type AnyEvent = components['schemas']['CloudEvent'];

/** What is done with an event of each type. One that throws makes the sender try again. */
export type Handlers = {
  readonly [Type in keyof Events]?: (event: Events[Type]) => void | Promise<void>;
};

export type ParsedBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string };

export type ReceiverOptions = Partial<Pick<Ambient, 'now'>> & {
  /** Who may sign (`v1a`): keys, or where to find them. */
  readonly keys: readonly VerifyingKey[] | KeyLoader;
  /** Shared secrets (`v1`), where the subscription has one; two while it is changed. */
  readonly secret?: string | readonly string[];
  /** The party that the keys are of; an event in another's name is refused. */
  readonly source?: `urn:openwaybill:party:${string}`;
  readonly handlers: Handlers;
  /** An event of a type without a handler. It is acknowledged with or without this. */
  readonly unknown?: (event: AnyEvent) => void | Promise<void>;
  /** Told what a handler threw; the sender is told only to come again. */
  readonly failed?: (cause: unknown, event: AnyEvent) => void;
  readonly seen?: Seen;
  readonly maxBytes?: number;
  readonly parse?: (bytes: Uint8Array) => ParsedBody;
  readonly judge?: Judge;
};

/** Older or newer than this is refused (Standard Webhooks). */
const TOLERANCE_MILLISECONDS = 300_000;
/** A whole event has at most this. */
const MAX_BYTES = 20_000;
/** After this a sender has given up. */
const SEEN_MILLISECONDS = 72 * 3_600_000;
const CHALLENGE = 'org.openwaybill.discovery.subscription.challenged';

const parseText = (bytes: Uint8Array): ParsedBody => {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { ok: false, code: 'MALFORMED_JSON' };
  }
};

const deliveryOf = ({ headers }: Request): Delivery | undefined => {
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) =>
    headers.get(`webhook-${name}`),
  );
  return id && timestamp && signature && /^\d{1,12}$/.test(timestamp)
    ? { id, timestamp, signature }
    : undefined;
};

const isEnvelope = (value: unknown): value is AnyEvent =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'source', 'type'].every(
    (name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'string',
  );

/** A delivery is its event's: an id that differs would be taken for another event. */
const envelopeFindings = (event: AnyEvent, id: string): readonly Finding[] =>
  event.id === id
    ? []
    : [{ pointer: '/id', rule: 'const', message: 'The id is not the webhook-id of the delivery.' }];

/**
 * An endpoint for events: size, signature over the raw bytes, time, JSON, envelope, payload, and then, once for each
 * event, its handler.
 */
export const createReceiver = (
  options: ReceiverOptions,
): ((request: Request) => Promise<Response>) => {
  const { keys, handlers, now = ambient.now, parse = parseText, judge } = options;
  const seen = options.seen ?? seenInMemory(now);
  const secrets = [options.secret ?? []].flat();
  const running = new Map<string, Promise<Response>>();

  const isTrusted = async (delivery: Delivery, body: Uint8Array): Promise<boolean> => {
    if (typeof keys !== 'function') return isSigned(delivery, body, { keys, secrets });
    const known = await keys(false);
    if (await isSigned(delivery, body, { keys: known, secrets })) return true;
    const fresh = await keys(true);
    return fresh !== known && isSigned(delivery, body, { keys: fresh, secrets: [] });
  };

  const dispatch = async (event: AnyEvent, key: string): Promise<Response> => {
    const handler = Object.hasOwn(handlers, event.type)
      ? (handlers as Readonly<Record<string, (event: unknown) => void | Promise<void>>>)[event.type]
      : options.unknown;
    try {
      await handler?.(event);
    } catch (cause) {
      options.failed?.(cause, event);
      return refused('INTERNAL');
    }
    await seen.add(key, now() + SEEN_MILLISECONDS);
    return taken();
  };

  /** Two deliveries at the same time are one event: the second waits for what the first comes to. */
  const dispatchOnce = async (event: AnyEvent): Promise<Response> => {
    const key = JSON.stringify([event.source, event.id]);
    const other = running.get(key);
    if (other !== undefined) return (await other).clone();
    const handle = async () => ((await seen.has(key)) ? taken() : dispatch(event, key));
    const handled = handle();
    running.set(key, handled);
    try {
      return (await handled).clone();
    } finally {
      running.delete(key);
    }
  };

  return async (request) => {
    if (request.method !== 'POST') return refused('METHOD_NOT_ALLOWED');
    const body = await bodyOf(request, options.maxBytes ?? MAX_BYTES);
    if (body === undefined) return refused('BODY_TOO_LARGE');
    const delivery = deliveryOf(request);
    if (delivery === undefined || !(await isTrusted(delivery, body)))
      return refused('SIGNATURE_INVALID');
    if (Math.abs(now() - Number(delivery.timestamp) * 1000) > TOLERANCE_MILLISECONDS)
      return refused('TIMESTAMP_SKEW');
    const parsed = parse(body);
    if (!parsed.ok) return refused(parsed.code);
    const event = parsed.value;
    if (!isEnvelope(event))
      return refused('SCHEMA_VIOLATION', [
        { pointer: '', rule: 'required', message: 'The event has no id, source or type.' },
      ]);
    const payload = PAYLOADS[event.type];
    const findings = [
      ...envelopeFindings(event, delivery.id),
      ...((await judge?.('CloudEvent', event)) ?? []),
      ...(payload === undefined
        ? []
        : ((await judge?.(payload, event.data)) ?? []).map((one) => ({
            ...one,
            pointer: `/data${one.pointer}`,
          }))),
    ];
    if (findings.length > 0) return refused('SCHEMA_VIOLATION', findings);
    if (options.source !== undefined && event.source !== options.source)
      return refused('SIGNATURE_INVALID');
    if (event.type === CHALLENGE) return challenged(event.data.challenge);
    return dispatchOnce(event);
  };
};
