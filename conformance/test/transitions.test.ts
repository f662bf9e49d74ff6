import { PURPOSE_LIMITS } from '@openwaybill/schemas';
import { beforeAll, expect, test } from 'vitest';
import { judge } from '../src/judge.ts';
import { transitionsOf } from '../src/result/transitions.ts';
import type { CapabilityDocument, Claim } from '../src/words.ts';
import { reference } from './reference.ts';
import { digest, exchange, transcript } from './reports/given.ts';

let claim: Claim;

beforeAll(async () => {
  const { running, url } = await reference('courier');
  const answer = await running.fetch(new Request(`${url}/.well-known/openwaybill`));
  const document = (await answer.json()) as CapabilityDocument;
  claim = { role: 'courier', document, digest: digest('3'), commands: [] };
});

const PARCEL = 'http://system.test/v1/parcels/OW-1-1';
const AT = '2026-11-22T08:00:00Z';
const pickup = { eventId: 'e1', eventCode: 'PICKED_UP', occurredAt: AT, recordedAt: AT };

const answered = (operation: string, path: string, body: unknown) =>
  exchange({
    operation,
    probe: 'model-events',
    request: { method: 'GET', url: `${PARCEL}${path}`, headers: [], sentAt: AT },
    response: {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: { utf8: JSON.stringify(body) },
      receivedAt: AT,
    },
  });

test.each<[string, { given: unknown; want: readonly string[] }]>([
  ['an event is met', { given: { items: [pickup] }, want: ['PICKED_UP'] }],
  [
    'an event among what is none is met',
    { given: { items: [null, 'x', 5, [], {}, { eventId: null }, pickup] }, want: ['PICKED_UP'] },
  ],
  ['items that are no list show nothing', { given: { items: 'PICKED_UP' }, want: [] }],
  ['a list in place of an object shows nothing', { given: [null], want: [] }],
  ['null shows nothing', { given: null, want: [] }],
])('%s', async (_title, { given, want }) => {
  const shown = transcript(answered('listParcelEvents', '/events', given));
  const met = transitionsOf(shown, claim).filter(
    ({ lifecycle, is }) => lifecycle === 'parcel' && is !== 'NOT_REACHED',
  );
  expect(met.map(({ by }) => by)).toEqual(want);
  expect((await judge(shown, claim)).exit).not.toBe(3);
});

test.each<[string, unknown]>([
  ['a page of nulls', { items: [null, null] }],
  ['a state that every object has', { waybillNo: 'W1', status: 'constructor' }],
  ['a state that is no word', { waybillNo: 'W1', status: { toString: 1 } }],
])('%s reaches no cell of a waybill', (_title, given) => {
  const shown = transcript(
    answered('getWaybill', '', given),
    answered('listWaybills', '', { items: [given] }),
  );
  expect(
    transitionsOf(shown, claim).filter(
      ({ lifecycle, reason }) => lifecycle === 'waybill' && reason === 'NO_TRAFFIC',
    ),
  ).toHaveLength(
    transitionsOf(transcript(), claim).filter(
      ({ lifecycle, reason }) => lifecycle === 'waybill' && reason === 'NO_TRAFFIC',
    ).length,
  );
});

test('no purpose of a delivery waits for an approval', () => {
  const waiting = PURPOSE_LIMITS.filter(
    ({ approval }) => approval !== undefined && approval !== 'QUOTA',
  );
  expect(waiting.length).toBeGreaterThan(0);
  expect(waiting.filter(({ purpose }) => purpose.startsWith('FULFIL_'))).toEqual([]);
});
