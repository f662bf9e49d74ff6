import type { GreenCreditEntry, ReusableAssetEvent, Role } from '@openwaybill/schemas';
import { reusableAssetLifecycle } from '@openwaybill/schemas';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestMock, type TestMock } from '../../src/testing.ts';
import { type Caller, callerOf } from '../exchange.ts';

const ASSET = 'RA2102020000171';
const OTHER_ASSET = 'RA0000000000017';
const CONSUMER = 'cs_4f8Kq1Zr7Vb2LkD0sYw9cR';
const STRANGER = 'cs_AAAAAAAAAAAAAAAAAAAAAA';

const partyOf = (partyId: string, role: Role) => ({ partyId, role, name: partyId });
const PARTIES = [
  partyOf('SHOPONE', 'platform'),
  partyOf('ZZEXPRESS', 'courier'),
  partyOf('POINTS1', 'service-point'),
  partyOf('LOOP1', 'packaging-operator'),
  partyOf('LOOP2', 'packaging-operator'),
];

const box = {
  owner: { partyId: 'SHOPONE', role: 'platform' },
  kind: 'REUSABLE_BOX',
  volumeCubicCentimetres: 24_000,
  maxCycleCount: 60,
};

const seen = (step: string, minute: number, more: object = {}) => ({
  assetEventId: `019398a0-0000-7000-8000-${String(minute).padStart(12, '0')}`,
  assetId: ASSET,
  step,
  ...(step === 'BOUND' ? { waybillNo: 'ZZ010000000016' } : {}),
  occurredAt: `2026-11-10T08:${String(minute).padStart(2, '0')}:00+08:00`,
  ...more,
});

let mock: TestMock;
let call: Caller;
let faults: string[];

const open = async (role: Role, as: string) => {
  faults = [];
  mock = await createTestMock({
    role,
    partyId: 'SELF1',
    counterparties: PARTIES.filter(({ role: other }) => other !== role || other !== 'platform'),
  });
  call = callerOf(mock, `https://${role}.test`, as, faults);
};
afterEach(async () => {
  await mock.settled();
  expect(faults).toEqual([]);
});

const refusalOf = (body: { code?: string; errors?: { pointer: string; rule: string }[] }) =>
  [body.code, body.errors?.[0]?.pointer, body.errors?.[0]?.rule].filter(Boolean).join(' ');

const told = (type: string) =>
  mock.sent.map(({ body }) => JSON.parse(body)).filter((event) => event.type.endsWith(type));

describe('at a packaging operator', () => {
  const put = (assetId: string, body: object = box, headers = {}) =>
    call('PUT', `/v1/reusable-assets/${assetId}`, body, { as: 'SHOPONE', headers });
  const report = (body: object, as = 'ZZEXPRESS') =>
    call('POST', '/v1/reusable-asset-events', body, { as });
  const asset = async () => (await call('GET', `/v1/reusable-assets/${ASSET}`)).body;
  const events = async (as = 'ZZEXPRESS'): Promise<readonly ReusableAssetEvent[]> =>
    (await call('GET', `/v1/reusable-asset-events?assetId=${ASSET}`, undefined, { as })).body.items;

  beforeEach(async () => {
    await open('packaging-operator', 'ZZEXPRESS');
    expect((await put(ASSET)).status).toBe(201);
  });

  describe('an event is refused that', () => {
    test.each<[string, object, string]>([
      [
        'is of an asset with a wrong check digit',
        seen('ISSUED', 1, { assetId: 'RA2102020000172' }),
        'CHECK_DIGIT_INVALID /assetId check-digit',
      ],
      [
        'is of an asset that nobody registered',
        seen('ISSUED', 1, { assetId: OTHER_ASSET }),
        'NOT_FOUND',
      ],
      ['binds to nothing', { ...seen('BOUND', 1), waybillNo: undefined }, 'RULE_VIOLATION DSC-023'],
      [
        'names a waybill for a cleaning',
        seen('CLEANED', 1, { waybillNo: 'ZZ010000000016' }),
        'RULE_VIOLATION /waybillNo DSC-023',
      ],
      ['is a step of no list', seen('WASHED', 1), 'CODE_UNKNOWN /step enum'],
      ['happened at a naive time', seen('ISSUED', 1, { occurredAt: '2026-11-10T08:00:00' }), ''],
    ])('%s', async (_title, body, want) => {
      const before = await asset();
      const answer = await report(body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      if (want !== '') expect(refusalOf(answer.body)).toBe(want);
      expect(await asset()).toEqual(before);
      expect(await events()).toEqual([]);
    });
  });

  test('a second binding is kept as an anomaly and binds nothing', async () => {
    await report(seen('ISSUED', 1));
    await report(seen('BOUND', 2));
    const before = await asset();
    const second = await report(seen('BOUND', 3, { waybillNo: 'ZZ010000000024' }));
    expect([second.status, second.body.anomaly]).toEqual([201, true]);
    expect(await asset()).toEqual(before);
  });

  test('a repeated event is answered as it is, another under its id refused', async () => {
    const first = await report(seen('ISSUED', 1));
    const again = await report(seen('ISSUED', 1));
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await report(seen('RETIRED', 1));
    expect([other.status, other.body.code]).toEqual([409, 'EVENT_ID_CONFLICT']);
    expect((await asset()).status).toBe('ISSUED');
  });

  test('an id that another organisation used too hides no event of theirs', async () => {
    await report(seen('ISSUED', 1));
    const theirs = await report(
      seen('LOST', 2, { assetEventId: seen('ISSUED', 1).assetEventId }),
      'POINTS1',
    );
    expect([theirs.status, (await asset()).status]).toEqual([201, 'LOST']);
    expect((await events()).map(({ step }) => step)).toEqual(['ISSUED']);
  });

  test('a late event mends the anomaly of an early one', async () => {
    expect((await report(seen('BOUND', 2))).body.anomaly).toBe(true);
    expect((await report(seen('ISSUED', 1))).body.anomaly).toBe(false);
    expect(
      (await events()).map(({ step, anomaly, revision }) => [step, anomaly, revision]),
    ).toEqual([
      // the clock stands still, so they stand by their ids
      ['ISSUED', false, 1],
      ['BOUND', false, 2],
    ]);
    expect(await asset()).toMatchObject({ status: 'BOUND', revision: 2 });
  });

  test('the count grows on REISSUED alone, whoever reports', async () => {
    const steps = ['ISSUED', 'BOUND', 'DELIVERED', 'COLLECTED', 'CLEANED', 'REISSUED'];
    for (const [index, step] of steps.entries()) {
      await report(seen(step, index + 1), index % 2 === 0 ? 'ZZEXPRESS' : 'POINTS1');
      expect((await asset()).cycleCount).toBe(step === 'REISSUED' ? 1 : 0);
    }
  });

  test('owner and reporters are told of every event, and nobody else', async () => {
    for (const as of ['SHOPONE', 'ZZEXPRESS'])
      await call(
        'POST',
        '/v1/event-subscriptions',
        {
          subscriptionId: `019398a0-0000-7000-8000-00000000${as === 'SHOPONE' ? '0001' : '0002'}`,
          callbackUrl: `https://${as.toLowerCase()}.test/v1/event-inbox`,
          eventTypes: ['org.openwaybill.packaging.asset.recorded'],
          signing: 'V1A',
        },
        { as },
      );
    await mock.settled();
    await report(seen('ISSUED', 1), 'POINTS1');
    await mock.settled();
    expect(told('asset.recorded').map(({ data }) => [data.step, data.status])).toEqual([
      ['ISSUED', 'ISSUED'],
    ]);
  });

  describe('a registration is refused that', () => {
    test.each<[string, string, object, string]>([
      [
        'has a wrong check digit in its path',
        'RA2102020000172',
        box,
        'CHECK_DIGIT_INVALID /assetId check-digit',
      ],
      [
        'counts cycles itself',
        OTHER_ASSET,
        { ...box, cycleCount: 3 },
        'SCHEMA_VIOLATION additionalProperties',
      ],
      ['knows no revision of what is stored', ASSET, box, 'PRECONDITION_REQUIRED'],
    ])('%s', async (_title, assetId, body, want) => {
      const before = await asset();
      expect(refusalOf((await put(assetId, body)).body)).toBe(want);
      expect(await asset()).toEqual(before);
      if (assetId !== ASSET)
        expect((await call('GET', `/v1/reusable-assets/${assetId}`)).status).toBe(404);
    });

    test('is of a retired asset', async () => {
      await report(seen('RETIRED', 1));
      const before = await asset();
      const answer = await put(ASSET, box, { 'If-Match': `"${before.revision}"` });
      expect([answer.status, answer.body.code]).toEqual([409, 'STATE_ILLEGAL']);
      expect(await asset()).toEqual(before);
    });
  });

  test('a new registration keeps what the events say', async () => {
    await report(seen('ISSUED', 1));
    const answer = await put(ASSET, { ...box, maxCycleCount: 80 }, { 'If-Match': '"2"' });
    expect(answer.body).toMatchObject({ status: 'ISSUED', cycleCount: 0, maxCycleCount: 80 });
  });

  test('what the table does not name moves no asset, from any state', async () => {
    const ways: Readonly<Record<string, readonly string[]>> = {
      IDLE: [],
      ISSUED: ['ISSUED'],
      BOUND: ['ISSUED', 'BOUND'],
      DELIVERED: ['ISSUED', 'BOUND', 'DELIVERED'],
      RETURN_DUE: ['ISSUED', 'BOUND', 'DELIVERED', 'RETURN_DUE'],
      COLLECTED: ['ISSUED', 'BOUND', 'DELIVERED', 'COLLECTED'],
      CLEANED: ['ISSUED', 'BOUND', 'DELIVERED', 'COLLECTED', 'CLEANED'],
      LOST: ['LOST'],
      RETIRED: ['RETIRED'],
    };
    const rows = reusableAssetLifecycle.transitions.filter(({ kind }) => kind === 'observation');
    for (const [from, way] of Object.entries(ways)) {
      await open('packaging-operator', 'ZZEXPRESS');
      await put(ASSET);
      for (const [index, one] of way.entries()) await report(seen(one, index + 1));
      const before = await asset();
      expect(before.status).toBe(from);
      const illegal = rows.filter((row) => !row.from.some((state) => state === from));
      for (const [index, { on }] of illegal.entries()) {
        const answer = await report(seen(on, 30 + index));
        expect([from, on, answer.body.anomaly]).toEqual([from, on, true]);
      }
      expect(await asset()).toEqual(before);
    }
  });

  test('what the operator sees itself stands beside the reports of others', async () => {
    await report(seen('ISSUED', 1));
    const started = await call('POST', '/v1/test-controls/actions', {
      action: 'CAUSE_FACT',
      input: { collection: 'reusable-assets', resourceId: ASSET, fact: 'LOST' },
    });
    await mock.settled();
    const run = await call('GET', `/v1/test-controls/actions/${started.body.actionId}`);
    expect([run.body.state, (await asset()).status]).toEqual(['SUCCEEDED', 'LOST']);
    await report(seen('BOUND', 2));
    expect((await asset()).status).toBe('LOST');
  });

  test('recycling that is neither weighed nor counted is refused', async () => {
    const answer = await call(
      'POST',
      '/v1/recycling-events',
      {
        recyclingId: '019398a0-0000-7000-8000-0000000000f1',
        pointId: 'DL-ZS-0001',
        kind: 'BOX',
        occurredAt: '2026-11-10T08:00:00+08:00',
      },
      { as: 'POINTS1' },
    );
    expect(refusalOf(answer.body)).toBe('RULE_VIOLATION DSC-023');
  });
});

describe('at a platform', () => {
  const post = (body: object, as = 'LOOP1') =>
    call('POST', '/v1/green-credit-entries', body, { as });
  const ledger = async (consumerRef = CONSUMER, as = 'LOOP1') =>
    call('GET', `/v1/green-credit-entries?consumerRef=${consumerRef}`, undefined, { as });
  const entries = async (): Promise<readonly GreenCreditEntry[]> => (await ledger()).body.items;
  const returned = {
    consumerRef: CONSUMER,
    points: 50,
    reason: 'RETURNED_REUSABLE',
    reference: 'asset:RA2102020000171',
  };

  beforeEach(async () => {
    await open('platform', 'LOOP1');
    expect((await post(returned)).status).toBe(201);
  });

  describe('a posting is refused that', () => {
    test.each<[string, object, string]>([
      ['moves no points', { points: 0 }, 'RULE_VIOLATION /points DSC-023'],
      ['takes points for a return', { points: -1 }, 'RULE_VIOLATION /points DSC-023'],
      ['gives points for a voucher', { reason: 'REDEEMED' }, 'RULE_VIOLATION /points DSC-023'],
      [
        'redeems more than there is',
        { reason: 'REDEEMED', points: -51 },
        'RULE_VIOLATION /points PKG-003',
      ],
      ['reverses nothing', { reason: 'REVERSED', points: -50 }, 'RULE_VIOLATION PKG-004'],
      [
        'reverses an entry that does not exist',
        {
          reason: 'REVERSED',
          points: -50,
          reversesEntryId: '019398a0-0000-7000-8000-0000000000c9',
        },
        'RULE_VIOLATION /reversesEntryId PKG-004',
      ],
      [
        'names a consignee',
        { consumerRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4' },
        'SCHEMA_VIOLATION /consumerRef maxLength',
      ],
    ])('%s', async (_title, more, want) => {
      const before = await entries();
      expect(refusalOf((await post({ ...returned, ...more })).body)).toBe(want);
      expect(await entries()).toEqual(before);
    });

    test('reverses another amount, or twice, or for another consumer', async () => {
      const [first] = await entries();
      const reversal = {
        ...returned,
        reason: 'REVERSED',
        points: -50,
        reversesEntryId: first?.entryId,
      };
      expect(refusalOf((await post({ ...reversal, points: -49 })).body)).toBe(
        'RULE_VIOLATION /points PKG-004',
      );
      expect(refusalOf((await post({ ...reversal, consumerRef: STRANGER })).body)).toBe(
        'RULE_VIOLATION /reversesEntryId PKG-004',
      );
      expect((await post(reversal)).body.balanceAfter).toBe(0);
      expect(refusalOf((await post(reversal)).body)).toBe(
        'RULE_VIOLATION /reversesEntryId PKG-004',
      );
      expect((await entries()).map(({ points }) => points)).toEqual([50, -50]);
    });
  });

  test('the balance after an entry is the sum of the entries', async () => {
    const balances = [];
    for (const points of [30, 20, -100])
      balances.push(
        (await post({ ...returned, points, reason: points < 0 ? 'REDEEMED' : 'RECYCLED' })).body
          .balanceAfter,
      );
    expect(balances).toEqual([80, 100, 0]);
    expect((await entries()).reduce((sum, { points }) => sum + points, 0)).toBe(0);
  });

  test('another consumer has another balance', async () => {
    expect((await post({ ...returned, consumerRef: STRANGER })).body.balanceAfter).toBe(50);
  });

  test('a reference without entries does not exist', async () => {
    expect((await ledger(STRANGER)).status).toBe(404);
  });

  test('whoever holds the reference reads its entries', async () => {
    expect((await ledger(CONSUMER, 'LOOP2')).body.items).toHaveLength(1);
  });

  test('after a year, points run out', async () => {
    const expire = async () => {
      const started = await call('POST', '/v1/test-controls/actions', {
        action: 'CAUSE_FACT',
        input: { collection: 'green-credit-entries', fact: 'EXPIRED' },
      });
      await mock.settled();
      return (await call('GET', `/v1/test-controls/actions/${started.body.actionId}`)).body.state;
    };
    expect(await expire()).toBe('FAILED');
    await call('POST', '/v1/test-controls/clock/advance', { by: 'P365D' });
    expect(await expire()).toBe('SUCCEEDED');
    expect((await entries()).map(({ reason, balanceAfter }) => [reason, balanceAfter])).toEqual([
      ['RETURNED_REUSABLE', 50],
      ['EXPIRED', 0],
    ]);
    expect(await expire()).toBe('FAILED');
  });

  const declaration = {
    declarationId: '019398a0-0000-7000-8000-0000000000d1',
    orderNo: 'SO-1',
    packageId: 'P1',
    components: [{ kind: 'BAG', material: 'PLASTIC_BIO', weightGrams: 18, recycledPercent: 0 }],
    emptySpacePercent: 12,
    packClass: 'C_BIODEGRADABLE',
    isSecondPackaging: false,
  };
  const declare = (more: object = {}) =>
    call('POST', '/v1/packaging-declarations', { ...declaration, ...more }, { as: 'ZZEXPRESS' });

  test.each<[string, object, string]>([
    [
      'a class that nothing bears out',
      { packClass: 'A_REUSABLE' },
      'RULE_VIOLATION /packClass DSC-023',
    ],
    [
      'more empty space than space',
      { emptySpacePercent: 101 },
      'SCHEMA_VIOLATION /emptySpacePercent maximum',
    ],
    ['nothing at all', { components: [] }, 'SCHEMA_VIOLATION /components minItems'],
  ])('%s is not declared', async (_title, more, want) => {
    expect(refusalOf((await declare(more)).body)).toBe(want);
  });

  test('the same declaration is stored once, another under its id is refused', async () => {
    const [first, again] = [await declare(), await declare()];
    expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    expect((await declare({ emptySpacePercent: 13 })).body.code).toBe('DUPLICATE');
  });
});
