import { EVENT_MEDIA_TYPES, idOf, nameOf, registry } from '@openwaybill/schemas';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Exchange } from '../transcript/format.ts';
import { exchange } from './exchange.ts';
import { FAR_MINOR } from './far-versions.ts';
import type { Credentials } from './identity.ts';
import { NoCredentials } from './no-credentials.ts';
import { demandOwnMessage } from './own-message.ts';
import { base32, randomOf } from './random.ts';
import type { Session } from './session.ts';
import { signV1a } from './signature.ts';
import { spokenWith } from './spoken-with.ts';
import type { Disturbance, EventDraft } from './stage.ts';

const encoder = new TextEncoder();

/** The runner as the sender of events, with a sequence of its own towards the system. */
export type Sender = {
  /** Makes the key that is to follow the runner's own, and publishes it; the ids of both, the new one first. */
  readonly publishNextKey: () => Promise<readonly string[]>;
  readonly deliver: (event: EventDraft, disturbance?: Disturbance) => Promise<Exchange>;
  readonly lose: (event: EventDraft) => void;
};

const flipped = (signature: string): string => {
  const at = signature.length - 10;
  const character = signature[at] === 'A' ? 'B' : 'A';
  return signature.slice(0, at) + character + signature.slice(at + 1);
};

/** A key that nobody knows. */
const otherKey = async (): Promise<JWK> =>
  exportJWK((await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })).privateKey);

const signatureOf = async (
  key: JWK,
  next: JWK | undefined,
  kind: NonNullable<Disturbance['signature']>,
  id: string,
  timestamp: string,
  bytes: Uint8Array,
): Promise<string | undefined> => {
  const right = await signV1a(key, id, timestamp, bytes);
  const signedByNext = (): Promise<string> => {
    if (next === undefined) throw new Error('the runner has published no next key');
    return signV1a(next, id, timestamp, bytes);
  };
  switch (kind) {
    case 'RIGHT':
      return right;
    case 'BIT_FLIPPED':
      return flipped(right);
    case 'OTHER_KEY':
      return signV1a(await otherKey(), id, timestamp, bytes);
    case 'NONE':
      return undefined;
    case 'V1_ONLY':
      return right.replace('v1a,', 'v1,');
    case 'VALID_AND_INVALID':
      return `${flipped(right)} ${right}`;
    case 'BOTH_KEYS':
      return `${await signedByNext()} ${right}`;
    case 'NEXT_KEY':
      return signedByNext();
  }
};

export const createSender = (session: Session): Sender => {
  const random = randomOf(session.seed, `sender:${session.runId}`);
  const counts = new Map<string, number>();
  const credentialsOf = ({ as = 'runner' }: Disturbance): Credentials => {
    const found = session.credentials[as];
    if (found === undefined) throw new NoCredentials(as);
    return found;
  };
  /** The envelope of the next event; one that is right is kept for replay. */
  const compose = (event: EventDraft, disturbance: Disturbance) => {
    const { shore } = session;
    const { partyId } = credentialsOf(disturbance);
    const definition = registry.events.find(({ type }) => type === event.type);
    const intent = disturbance.intent ?? 'DELIVERY';
    // what is to be refused takes no number: the next event that is right has it
    const number = (counts.get(partyId) ?? 0) + 1;
    if (intent !== 'NEGATIVE' && event.sequence === undefined) counts.set(partyId, number);
    const data = event.data as Readonly<Record<string, unknown>>;
    const subject = event.subject ?? String(data?.[definition?.subject ?? ''] ?? 'unknown');
    const envelope = {
      specversion: '1.0',
      id: event.id ?? `msg_${base32(random, 26)}`,
      source: event.source ?? `urn:openwaybill:party:${partyId}`,
      type: event.type,
      subject,
      time: event.time ?? new Date(shore.now()).toISOString(),
      datacontenttype: 'application/json',
      dataschema: idOf(definition === undefined ? 'Unknown' : nameOf(definition.data)),
      sequence: event.sequence ?? String(number).padStart(20, '0'),
      data,
      ...event.more,
    };
    if (intent !== 'NEGATIVE' && disturbance.raw === undefined) {
      const form = disturbance.isFuture ? 'receiver' : 'sender';
      demandOwnMessage(session, 'CloudEvent', envelope, form);
      if (definition !== undefined) demandOwnMessage(session, nameOf(definition.data), data, form);
      // what is replayed is what the first part sent
      if (disturbance.as === undefined && !session.sent.some(({ id }) => id === envelope.id))
        session.sent.push(envelope);
    }
    return { envelope, intent };
  };
  const deliver: Sender['deliver'] = async (event, disturbance = {}) => {
    const { shore, claim } = session;
    const { envelope, intent } = compose(event, disturbance);
    const signedBody = disturbance.raw ?? JSON.stringify(envelope);
    const timestamp =
      disturbance.timestamp ??
      String(Math.floor(shore.now() / 1000) + (disturbance.timestampOffsetSeconds ?? 0));
    const signature = await signatureOf(
      credentialsOf(disturbance).key,
      session.nextKey.current,
      disturbance.signature ?? 'RIGHT',
      envelope.id,
      timestamp,
      encoder.encode(signedBody),
    );
    const headers: Record<string, string> = {
      'Content-Type': EVENT_MEDIA_TYPES[0],
      'OpenWaybill-Version': disturbance.isFuture
        ? FAR_MINOR
        : spokenWith(claim.document.specVersions),
      'webhook-id': envelope.id,
      'webhook-timestamp': timestamp,
      ...(signature === undefined ? {} : { 'webhook-signature': signature }),
    };
    for (const [name, value] of Object.entries(disturbance.headers ?? {})) {
      if (value === null) delete headers[name];
      else headers[name] = value;
    }
    return exchange(
      session,
      {
        method: 'POST',
        url: claim.document.endpoints.eventInbox ?? `${session.baseUrl}/v1/event-inbox`,
        headers: Object.entries(headers),
        body: disturbance.alterBody?.(signedBody) ?? signedBody,
      },
      {
        intent,
        from: disturbance.as ?? 'runner',
        to: 'sut',
        operation: 'receiveEvent',
        eventType: event.type,
        ...(disturbance.probe === undefined ? {} : { probe: disturbance.probe }),
        ...(disturbance.twinOf === undefined ? {} : { twinOf: disturbance.twinOf }),
      },
    );
  };
  return {
    deliver,
    publishNextKey: async () => {
      const { kid } = session.credentials.runner.key;
      session.nextKey.current ??= { ...(await otherKey()), kid: `${kid}-next` };
      return [`${kid}-next`, String(kid)];
    },
    lose: (event) => {
      compose(event, {});
    },
  };
};
