import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { type CheckOptions, check } from '../src/run.ts';
import type { Shore } from '../src/words.ts';
import { englishIn } from './english-in.ts';
import { reference } from './reference.ts';

/** An operator: what was asked, and what comes of it. */
type Hand = 'SCANS' | 'CANNOT' | 'LIES';

/** A courier whose test control the run does not use, and somebody who may. */
const manual = async (hand: Hand = 'CANNOT') => {
  const system = await reference('courier');
  let token = '';
  const asked: string[] = [];
  const scan = (waybillNo: string, eventCode: string): Promise<Response> =>
    system.running.fetch(
      new Request(`${system.url}/v1/test-controls/scans`, {
        method: 'POST',
        headers: {
          Authorization: token,
          'Content-Type': 'application/json',
          'OpenWaybill-Version': SPOKEN_VERSION,
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: JSON.stringify({ carrierCode: 'ZZ', waybillNo, eventCode }),
      }),
    );
  const shore: Shore = {
    ...system.shore,
    fetch: (request, limit) => {
      token = request.headers.get('Authorization') ?? token;
      return system.shore.fetch(request, limit);
    },
    ask: async ({ en }) => {
      asked.push(en);
      if (hand !== 'SCANS') return hand === 'LIES' ? 'DONE' : 'CANNOT';
      const [, waybillNo = '', codes = ''] = /parcel (\S+): (.*)$/.exec(en) ?? [];
      for (const code of codes.split(', ')) await scan(waybillNo, code);
      return 'DONE';
    },
  };
  const run = (options: Partial<CheckOptions>) =>
    check({ ...system, shore, role: 'courier', depth: 'WIRE', ...options });
  return { run, asked, control: () => check({ ...system, role: 'courier', only: LATE }) };
};

const LATE = ['order-cancel'];
const READ = ['proof-of-delivery'];

const preparedIn = (
  { transcript }: Awaited<ReturnType<typeof check>>,
  need: string,
  scenario: string,
) =>
  transcript.entries.flatMap((entry) =>
    entry.kind === 'prepared' && entry.need === need && entry.scenario === scenario
      ? [{ rung: entry.rung ?? entry.blocked, tried: entry.tried.map(({ rung }) => rung) }]
      : [],
  );
const waybillIn = ({ transcript }: Awaited<ReturnType<typeof check>>): string =>
  transcript.entries.flatMap((entry) =>
    entry.kind === 'prepared' && entry.need === 'parcel' ? [entry.result?.waybillNo ?? ''] : [],
  )[0] ?? '';
const isAsked = ({ transcript }: Awaited<ReturnType<typeof check>>, probe: string): boolean =>
  transcript.entries.some((entry) => entry.kind === 'exchange' && entry.probe === probe);

describe('without test control', () => {
  test.each<[string, { hand: Hand; want: string; isReached: boolean }]>([
    [
      'a parcel is moved by hand, and what follows is seen',
      { hand: 'SCANS', want: 'OPERATOR', isReached: true },
    ],
    [
      'nothing follows where it cannot be done',
      { hand: 'CANNOT', want: 'OPERATOR_CANNOT', isReached: false },
    ],
    [
      'nothing follows where it was said to be done and was not',
      { hand: 'LIES', want: 'STATE_NOT_REACHED', isReached: false },
    ],
  ])('%s', async (_title, { hand, want, isReached }) => {
    const { run, asked } = await manual(hand);
    const checked = await run({ only: LATE, operatorMilliseconds: 60_000 });
    expect(asked).toHaveLength(1);
    expect(preparedIn(checked, 'parcel', 'order-cancel')).toEqual([
      {
        rung: want,
        tried: [
          'CONSTRUCT',
          'DISCOVER',
          'TEST_CONTROL',
          ...(want === 'OPERATOR' ? [] : ['OPERATOR']),
        ],
      },
    ]);
    expect(isAsked(checked, 'void-late')).toBe(isReached);
    expect([checked.result.findings, checked.result.harness]).toEqual([[], []]);
    expect(englishIn(checked.result)).toEqual([]);
  });

  test('who could not do it once is not asked again', async () => {
    const { run, asked } = await manual('CANNOT');
    const checked = await run({ only: [...LATE, ...READ], operatorMilliseconds: 60_000 });
    expect(asked).toHaveLength(1);
    expect(preparedIn(checked, 'parcel', 'proof-of-delivery')[0]?.rung).toBe('OPERATOR_CANNOT');
  });

  test('nobody is asked where nobody is there, or where the way is barred', async () => {
    const { run, asked } = await manual('SCANS');
    await run({ only: LATE });
    await run({ only: LATE, operatorMilliseconds: 60_000, rungs: ['CONSTRUCT', 'DISCOVER'] });
    expect(asked).toEqual([]);
  });

  test('a parcel that is named as expendable is changed, once', async () => {
    const { run, control } = await manual();
    const waybillNo = waybillIn(await control());
    const use = { version: 1 as const, waybills: [{ waybillNo, expendable: true }] };
    const checked = await run({ only: LATE, use });
    expect(preparedIn(checked, 'parcel', 'order-cancel')).toEqual([
      { rung: 'DISCOVER', tried: ['CONSTRUCT'] },
    ]);
    expect(isAsked(checked, 'void-late')).toBe(true);
  });

  test('a parcel that is only named is not changed', async () => {
    const { run, control } = await manual();
    const waybillNo = waybillIn(await control());
    const use = { version: 1 as const, parcels: [{ carrierCode: 'ZZ', waybillNo }] };
    expect(isAsked(await run({ only: LATE, use }), 'void-late')).toBe(false);
  });

  test('what is only to be read is found in the lists of the courier', async () => {
    const { run } = await manual('SCANS');
    const none = await run({ only: READ });
    expect(preparedIn(none, 'parcel', 'proof-of-delivery')).toEqual([
      { rung: 'NO_FACILITY', tried: ['CONSTRUCT', 'DISCOVER', 'TEST_CONTROL', 'OPERATOR'] },
    ]);
    await run({ only: READ, operatorMilliseconds: 60_000 });
    const found = await run({ only: READ });
    expect(preparedIn(found, 'parcel', 'proof-of-delivery')).toEqual([
      { rung: 'DISCOVER', tried: ['CONSTRUCT'] },
    ]);
    expect(isAsked(found, 'proof-without-grant')).toBe(true);
  });
});

test('what is barred is not gone, though test control could', async () => {
  const { run } = await manual();
  const checked = await run({ depth: 'CONTROLLED', only: LATE, rungs: ['CONSTRUCT'] });
  expect(preparedIn(checked, 'parcel', 'order-cancel')).toEqual([
    { rung: 'NO_FACILITY', tried: ['CONSTRUCT', 'DISCOVER', 'TEST_CONTROL', 'OPERATOR'] },
  ]);
});

/** A platform whose test control the run does not use, and somebody who lets it order. */
const ordering = async (hand: 'ORDERS' | 'OTHERS' | 'CANNOT' | 'LIES') => {
  const system = await reference('platform');
  const tokens: string[] = [];
  const asked: string[] = [];
  const act = async (action: string, counterparty: string, input: object): Promise<void> => {
    const answer = await system.running.fetch(
      new Request(`${system.url}/v1/test-controls/actions`, {
        method: 'POST',
        headers: {
          Authorization: (hand === 'OTHERS' ? tokens.at(-1) : tokens[0]) ?? '',
          'Content-Type': 'application/json',
          'OpenWaybill-Version': SPOKEN_VERSION,
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: JSON.stringify({ action, counterparty, input }),
      }),
    );
    expect(answer.status).toBe(202);
  };
  const shore: Shore = {
    ...system.shore,
    fetch: async (request, limit) => {
      const answer = await system.shore.fetch(request, limit);
      if (request.url.endsWith('/oauth/token'))
        tokens.push(
          `Bearer ${((await answer.clone().json()) as { access_token: string }).access_token}`,
        );
      return answer;
    },
    ask: async ({ en }, { shown }) => {
      asked.push(en);
      if (hand === 'LIES') return 'DONE';
      if (hand === 'CANNOT') return 'CANNOT';
      const [, count, url = ''] = /place (?:an|(\d+)) orders? .* at (\S+?)(?:,|$)/.exec(en) ?? [];
      const orders = Array.from(
        { length: Number(count ?? 1) },
        () => `HAND-${crypto.randomUUID()}`,
      );
      for (const orderNo of orders) {
        await act('SUBMIT_ORDER', url, { orderNo, consigneeSeed: orderNo });
        await system.running.settled?.();
        if (en.includes('take a waybill')) await act('CREATE_WAYBILL', url, { orderNo });
        await system.running.settled?.();
        if (en.includes('cancel it'))
          await act('CANCEL_ORDER', url, { orderNo, reason: 'BUYER_CANCELLED' });
      }
      await shown;
      return 'DONE';
    },
  };
  const run = (options: Partial<CheckOptions>) =>
    check({
      ...system,
      shore,
      role: 'platform',
      depth: 'WIRE',
      operatorMilliseconds: 60_000,
      ...options,
    });
  return { run, asked };
};

const outcomesOf = ({ result }: Awaited<ReturnType<typeof check>>, ...ids: readonly string[]) =>
  Object.fromEntries(
    result.requirements.flatMap(({ id, outcome }) => (ids.includes(id) ? [[id, outcome]] : [])),
  );

describe('a platform without test control', () => {
  test('is judged as a caller by the orders that somebody lets it place', async () => {
    const { run, asked } = await ordering('ORDERS');
    const checked = await run({ only: ['submit-order', 'caller-retries', 'forged-events'] });
    expect(asked).toHaveLength(5);
    expect(preparedIn(checked, 'orders', 'caller-retries')).toEqual([
      { rung: 'OPERATOR', tried: ['CONSTRUCT', 'DISCOVER', 'TEST_CONTROL'] },
    ]);
    expect(outcomesOf(checked, 'ORD-001', 'DSC-032', 'DSC-023', 'DSC-030', 'DSC-009')).toEqual({
      'ORD-001': 'passed',
      'DSC-032': 'passed',
      'DSC-023': 'passed',
      'DSC-030': 'passed',
      'DSC-009': 'passed',
    });
    expect([checked.result.findings, checked.result.harness]).toEqual([[], []]);
  });

  test.each<['CANNOT' | 'LIES', string]>([
    ['CANNOT', 'OPERATOR_CANNOT'],
    ['LIES', 'PEER_NOT_REACHABLE'],
  ])('is not where the hand %s', async (hand, want) => {
    const { run } = await ordering(hand);
    const checked = await run({ only: ['forged-events'] });
    expect(preparedIn(checked, 'consignment', 'forged-events')).toEqual([
      { rung: want, tried: ['CONSTRUCT', 'DISCOVER', 'TEST_CONTROL', 'OPERATOR'] },
    ]);
    expect(outcomesOf(checked, 'ORD-001', 'DSC-009')).toEqual({
      'ORD-001': 'inapplicable',
      // the other scenario that shows it was not chosen
      'DSC-009': 'untested',
    });
    expect([checked.result.findings, checked.result.harness]).toEqual([[], []]);
    expect(englishIn(checked.result)).toEqual([]);
  });

  test('is not blamed where somebody ordered of another courier', async () => {
    const { run } = await ordering('OTHERS');
    // another courier has got its token by then
    const checked = await run({ only: ['discovery', 'not-yours', 'audit-log'] });
    expect(preparedIn(checked, 'consignment', 'audit-log')[0]?.rung).toBe('STATE_NOT_REACHED');
    expect(checked.result.findings).toEqual([]);
  });

  test('asks nobody where nobody is there', async () => {
    const { run, asked } = await ordering('ORDERS');
    const { operatorMilliseconds: _nobody, ...alone } = { operatorMilliseconds: undefined };
    await run({ only: ['submit-order'], rungs: ['CONSTRUCT', 'TEST_CONTROL'], ...alone });
    expect(asked).toEqual([]);
  });
});
