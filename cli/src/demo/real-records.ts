import { type Context, convert, isAdapted } from '@openwaybill/crosswalk';
import type { SigningKey } from '@openwaybill/mock';
import { EVENT_MEDIA_TYPES, idOf, SPOKEN_VERSION, type TrackingEvent } from '@openwaybill/schemas';
import { base64, judge, valueAt } from '@openwaybill/validate';
import { instantOf } from '../instant.ts';
import type { Io } from '../io.ts';
import { readSeed } from '../read-seed.ts';
import type { Party } from '../sandbox/start.ts';

type Recording = {
  readonly kind: 'document' | 'code';
  readonly file: string;
  readonly pointer: string;
  readonly vocabulary: string;
  readonly version: string;
  readonly context?: Context;
};

export type RealRecords = {
  readonly documentCount: number;
  readonly vocabularies: readonly string[];
  readonly events: readonly TrackingEvent[];
  readonly unmappedCount: number;
};

/** The answers of real carriers and hubs that came with the program, as events of the standard. */
export const convertRealRecords = async (io: Io): Promise<RealRecords> => {
  const recordings = (await readSeed<readonly Recording[]>(io, 'real/recordings.json')).filter(
    ({ kind }) => kind === 'document',
  );
  const texts = new Map<string, unknown>();
  const events = new Map<string, TrackingEvent>();
  const vocabularies = new Set<string>();
  let unmappedCount = 0;
  for (const { file, pointer, vocabulary, version, context } of recordings) {
    const name = `${vocabulary}/${version}`;
    if (!isAdapted(name)) continue;
    if (!texts.has(file)) texts.set(file, await readSeed(io, `real/${file}`));
    const converted = convert(name, valueAt(texts.get(file), pointer), context);
    for (const event of converted.events) events.set(event.eventId, event);
    unmappedCount += converted.unmapped.length;
    vocabularies.add(vocabulary);
  }
  return {
    documentCount: recordings.length,
    vocabularies: [...vocabularies],
    events: [...events.values()],
    unmappedCount,
  };
};

/** Delivers events to the inbox of a party, signed by the courier that relays them; how many were taken. */
export const deliverEvents = async (
  io: Io,
  to: Party,
  from: { readonly partyId: string; readonly key: SigningKey },
  events: readonly TrackingEvent[],
): Promise<number> => {
  let taken = 0;
  for (const [at, data] of events.entries()) {
    if (!judge('TrackingEventRecorded', data).ok) continue;
    const id = `msg_${data.eventId.replaceAll(/[^A-Za-z0-9]/g, '')}`;
    const body = JSON.stringify({
      specversion: '1.0',
      id,
      source: `urn:openwaybill:party:${from.partyId}`,
      type: 'org.openwaybill.tracking.event.recorded',
      subject: data.waybillNo,
      time: instantOf(io.now()),
      datacontenttype: 'application/json',
      dataschema: idOf('TrackingEventRecorded'),
      sequence: String(at + 1).padStart(20, '0'),
      data,
    });
    const timestamp = Math.floor(io.now() / 1000);
    const signature = await crypto.subtle.sign(
      'Ed25519',
      from.key.privateKey,
      new TextEncoder().encode(`${id}.${timestamp}.${body}`),
    );
    const answer = await io.fetch(
      new Request(`${to.url}/v1/event-inbox`, {
        method: 'POST',
        headers: {
          'Content-Type': EVENT_MEDIA_TYPES[0],
          'OpenWaybill-Version': SPOKEN_VERSION,
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': `v1a,${base64(new Uint8Array(signature))}`,
        },
        body,
      }),
    );
    if (answer.status < 300) taken++;
    await answer.arrayBuffer();
  }
  return taken;
};
