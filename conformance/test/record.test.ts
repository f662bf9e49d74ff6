import { type Role, registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { claimIn, judge } from '../src/judge.ts';
import { observedHead } from '../src/record/observed-head.ts';
import { readTraffic } from '../src/record/read-traffic.ts';
import { createRecording } from '../src/record/recording.ts';
import { harOf } from '../src/reports/har.ts';
import { toText } from '../src/transcript/chain.ts';
import type { Exchange, PublishedKey, Transcript } from '../src/transcript/format.ts';
import { fromText } from '../src/transcript/read.ts';
import { createRecorder } from '../src/transcript/recorder.ts';
import type { CapabilityDocument } from '../src/words.ts';
import { act, type Bends, type Pair, pair, RELAYS } from './pair.ts';
import { wrongLines } from './transcript-form.ts';

const PARTIES = [
  { role: 'courier', partyId: 'COURIER9' },
  { role: 'platform', partyId: 'PLATFORM9' },
] as const;

const documentOf = async (system: Pair, role: Role): Promise<CapabilityDocument> =>
  (
    await system.fetch(new Request(`https://${role}.test/.well-known/openwaybill`))
  ).json() as Promise<CapabilityDocument>;

/** An afternoon of a courier and a platform. */
const converse = async (system: Pair): Promise<void> => {
  const inboxAt = (role: 'courier' | 'platform') => ({
    callbackUrl: `${RELAYS[role]}/v1/event-inbox`,
  });
  await act(system, 'platform', 'CREATE_SUBSCRIPTION', inboxAt('platform'));
  await act(system, 'courier', 'CREATE_SUBSCRIPTION', inboxAt('courier'));
  for (const consigneeSeed of ['one', 'two']) {
    const { orderNo, consigneeRef } = await act(system, 'platform', 'SUBMIT_ORDER', {
      consigneeSeed,
    });
    const { waybillNo } = await act(system, 'platform', 'CREATE_WAYBILL', { orderNo });
    for (const eventCode of ['PICKED_UP', 'ARRIVED_HUB', 'OUT_FOR_DELIVERY'])
      await system.call('courier', 'POST', '/v1/test-controls/scans', {
        carrierCode: 'ZZ',
        waybillNo,
        eventCode,
      });
    await act(system, 'courier', 'REQUEST_REVEAL', {
      consigneeRef,
      waybillNo,
      purpose: 'FULFIL_CONTACT',
      fields: ['PHONE'],
    });
  }
  const { orderNo } = await act(system, 'platform', 'SUBMIT_ORDER', { consigneeSeed: 'three' });
  await act(system, 'platform', 'CANCEL_ORDER', { orderNo, reason: 'BUYER_CANCELLED' });
  await act(system, 'platform', 'REPLAY_EVENTS', {});
};

const recorded = async (bends: Bends = {}, redact: 'strict' | 'off' = 'strict') => {
  const recorder = createRecorder(() => Date.UTC(2026, 10, 22));
  const told: string[] = [];
  let take: (observed: Parameters<ReturnType<typeof createRecording>['take']>[0]) => Promise<void> =
    async () => {
      throw new Error('nobody listens yet');
    };
  const system = await pair((observed) => take(observed), bends);
  const recording = createRecording({
    recorder,
    parties: PARTIES,
    redact,
    keysOf: (role) => system.keysOf(role),
  });
  take = async (observed) => {
    const { exchange, faults } = await recording.take(observed);
    told.push(...faults.map(({ of, pointer }) => `${exchange.operation} ${of} ${pointer}`));
  };
  recorder.record(
    observedHead({
      runId: '01a2008d-7400-7c39-b36c-e79cca8efa47',
      mode: 'RECORD',
      redact,
      parties: await Promise.all(
        PARTIES.map(async ({ role }) => ({
          role,
          document: await documentOf(system, role),
          keys: (await system.keysOf(role)) as readonly PublishedKey[],
        })),
      ),
    }),
  );
  await converse(system);
  recorder.record({ kind: 'end', entryCount: recorder.entries.length + 1, complete: true });
  const text = toText(recorder);
  expect(wrongLines(text)).toEqual([]);
  const read = fromText(text);
  if (!read.ok) throw new Error(read.text.en);
  return { transcript: read.transcript, text, told, defects: system.defects };
};

const findingsOf = async (transcript: Transcript, role: Role): Promise<readonly string[]> => {
  const { findings } = await judge(transcript, claimIn(transcript, role));
  return findings.map((one) => `${one.requirement} ${one.case} ${one.operation ?? ''}`);
};

const bodyBent =
  (
    operationPath: RegExp,
    bend: (body: Record<string, unknown>) => unknown,
    status = 200,
  ): NonNullable<Bends['courier']> =>
  (next) =>
  async (request) => {
    const answer = await next(request);
    if (!operationPath.test(`${request.method} ${new URL(request.url).pathname}`)) return answer;
    if (answer.status < status || answer.status > 299) return answer;
    return new Response(JSON.stringify(bend((await answer.json()) as Record<string, unknown>)), {
      status: answer.status,
      headers: answer.headers,
    });
  };

const example = (name: string): Readonly<Record<string, unknown>> =>
  Object.values(registry.schemas.get(name)?.examples.valid ?? {})[0] as never;
const ORDER = example('OrderSubmission');
const EVENT = example('CloudEvent');

const NAMES = /张三丰|李四光/;

describe('a recording', () => {
  test.each(['strict', 'off'] as const)('of what is right has no finding (%s)', async (redact) => {
    const { transcript, told, defects } = await recorded({}, redact);
    expect(defects).toEqual([]);
    expect(told).toEqual([]);
    for (const { role } of PARTIES) {
      const result = await judge(transcript, claimIn(transcript, role));
      expect(result.findings).toEqual([]);
      expect(result.run.mode).toBe('JUDGE');
      expect(result.verdicts.map(({ verdict }) => verdict)).not.toContain('conformant');
      const held = result.requirements.flatMap(({ cases }) =>
        cases.filter(({ state }) => state === 'held'),
      );
      expect(held.length).toBeGreaterThan(20);
    }
  });

  test('holds no personal member, free text, unknown member or header', async () => {
    const { text, transcript, told } = await recorded({
      courier: (next) => async (request) => {
        const answer = await next(request);
        if (new URL(request.url).pathname !== '/v1/orders') return answer;
        const body = (await answer.json()) as Record<string, unknown>;
        const changed = { ...body, receiver: '李四光', mobile: '+86 199 0000 0007' };
        const headers = new Headers(answer.headers);
        headers.set('X-Trace-Of', 'zhang-san');
        return new Response(JSON.stringify(changed), { status: answer.status, headers });
      },
    });
    expect(text).not.toMatch(NAMES);
    expect(text).not.toContain('19900000007');
    expect(text).not.toContain('199 0000 0007');
    expect(text).not.toContain('zhang-san');
    expect(text).not.toContain('茶叶礼盒');
    expect(new Set(told)).toEqual(new Set(['submitOrder response ']));
    expect(await findingsOf(transcript, 'courier')).toContain('DSC-021 shape.Order submitOrder');
    expect(await findingsOf(transcript, 'platform')).toEqual([]);
  });

  test('gives equal values equal numbers, and names their class', async () => {
    const { transcript } = await recorded();
    const names = transcript.entries
      .filter((entry): entry is Exchange => entry.kind === 'exchange')
      .filter(({ operation }) => operation === 'submitOrder')
      .map(({ request }) =>
        JSON.parse('utf8' in (request.body ?? {}) ? (request.body as { utf8: string }).utf8 : '{}'),
      )
      .map((order) => order.packages[0].items[0].name.$redacted);
    expect(names.length).toBe(3);
    expect(new Set(names.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(names[0]).toMatchObject({
      class: 'pseudonymous',
      kind: 'goods-description',
      valid: true,
    });
  });

  test.each<[string, Bends, Role, string]>([
    [
      'a weight in kilograms',
      {
        courier: bodyBent(/^POST \/v1\/orders$/, (body) => ({
          ...body,
          packages: (body.packages as { weightGrams: number }[]).map((one) => ({
            ...one,
            weightGrams: 1,
          })),
        })),
      },
      'courier',
      'DSC-026 round-trip.Order submitOrder',
    ],
    [
      'a status of no list',
      { courier: bodyBent(/^POST \/v1\/waybills$/, (body) => ({ ...body, status: 'PRINTED' })) },
      'courier',
      'DSC-021 shape.Waybill createWaybill',
    ],
    [
      'a name where a mask belongs',
      {
        courier: bodyBent(/^POST \/v1\/orders$/, (body) => ({
          ...body,
          consignee: {
            ...(body.consignee as object),
            contactMasked: {
              ...(body.consignee as { contactMasked: object }).contactMasked,
              nameMasked: '张三丰',
            },
          },
        })),
      },
      'courier',
      'DSC-021 shape.Order submitOrder',
    ],
    [
      'an answer without its version',
      {
        platform: (next) => async (request) => {
          const answer = await next(request);
          const headers = new Headers(answer.headers);
          headers.delete('OpenWaybill-Version');
          return new Response(answer.body, { status: answer.status, headers });
        },
      },
      'platform',
      'DSC-024 version receiveEvent',
    ],
  ])('shows %s, and blames one party', async (_title, bends, role, want) => {
    const { transcript, text } = await recorded(bends);
    expect(text).not.toMatch(NAMES);
    const other = role === 'courier' ? 'platform' : 'courier';
    expect(await findingsOf(transcript, role)).toContain(want);
    expect(await findingsOf(transcript, other)).toEqual([]);
  });
});

const fine = { role: 'platform', message: ORDER };

describe('traffic of another form', () => {
  test('is judged as a recording is: a HAR file', async () => {
    const bends: Bends = {
      courier: bodyBent(/^POST \/v1\/waybills$/, (body) => ({ ...body, colour: 'red' })),
    };
    const { transcript } = await recorded(bends, 'off');
    const read = await readTraffic(harOf(transcript), 'courier');
    if (!read.ok) throw new Error(read.text.en);
    const want = await findingsOf(transcript, 'courier');
    expect(want).toEqual(['DSC-021 shape.Waybill createWaybill']);
    expect(await findingsOf(read.transcript, 'courier')).toEqual(want);
    expect(toText(read.transcript)).not.toContain('茶叶礼盒');
  });

  test.each<[string, readonly unknown[], readonly string[]]>([
    ['right messages', [fine, { role: 'courier', message: EVENT }], []],
    [
      'one member too many',
      [{ role: 'platform', message: { ...ORDER, colour: 'red' } }],
      ['DSC-023 shape.OrderSubmission submitOrder'],
    ],
  ])('is judged message by message: %s', async (_title, messages, want) => {
    const read = await readTraffic(messages.map((one) => JSON.stringify(one)).join('\n'));
    if (!read.ok) throw new Error(read.text.en);
    expect(await findingsOf(read.transcript, 'platform')).toEqual(want);
    const result = await judge(read.transcript, claimIn(read.transcript, 'platform'));
    const others = result.requirements.filter(
      ({ id }) => id.startsWith('DSC-02') && id > 'DSC-023',
    );
    expect(new Set(others.map(({ outcome }) => outcome))).toEqual(new Set(['inconclusive']));
  });

  test.each<[string, string, number]>([
    ['a word', 'hello', 1],
    ['a list', '[1]', 1],
    ['a message without its role', `${JSON.stringify(fine)}\n{"message":{}}`, 2],
    ['a message of no standard', '{"role":"courier","message":{"a":1}}', 1],
    ['a message of no role', '{"role":"king","message":{}}', 1],
  ])('is refused with its line: %s', async (_title, text, line) => {
    expect(await readTraffic(text)).toMatchObject({ ok: false, why: 'NOT_A_TRANSCRIPT', line });
  });
});
