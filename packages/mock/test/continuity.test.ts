import { expect, test } from 'vitest';
import { exchange } from './exchange.ts';

const outage = { noticeClass: 'UNPLANNED', modules: ['order', 'tracking'], duration: 'PT2H' };

test('a stopped module answers with its notice and a time to come back', async () => {
  const { toCourier, faults } = await exchange();
  const { noticeId } = (await toCourier('POST', '/v1/test-controls/interruptions', outage)).body;
  const refused = await toCourier('GET', '/v1/orders');
  expect(refused).toMatchObject({ status: 503, body: { code: 'INTERRUPTED', noticeId } });
  expect(refused.headers.get('Retry-After')).toBe('7200');
  expect((await toCourier('GET', `/v1/interruption-notices/${noticeId}`)).body.status).toBe(
    'ACTIVE',
  );
  expect((await toCourier('GET', '/v1/health')).body).toMatchObject({
    status: 'INTERRUPTED',
    activeNoticeIds: [noticeId],
  });
  expect((await toCourier('GET', '/v1/events')).status).toBe(200);
  await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT2H' });
  expect((await toCourier('GET', '/v1/orders')).status).toBe(200);
  expect((await toCourier('GET', '/v1/health')).body.status).toBe('OK');
  expect(faults).toEqual([]);
});

test('nobody is asked to come back later than in a week', async () => {
  const { toCourier } = await exchange();
  const lasting = { ...outage, duration: 'P10D' };
  await toCourier('POST', '/v1/test-controls/interruptions', lasting);
  const refused = await toCourier('GET', '/v1/orders');
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '604800']);
});

test('events of an interrupted module wait and leave when it is back', async () => {
  const parties = await exchange();
  const { toCourier, act, events, settled } = parties;
  await act('platform', 'CREATE_SUBSCRIPTION', {});
  await act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p' });
  const { result } = await act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' });
  await toCourier('POST', '/v1/test-controls/interruptions', outage);
  await toCourier('POST', '/v1/test-controls/scans', {
    carrierCode: 'ZZ',
    waybillNo: result.waybillNo,
    eventCode: 'PICKED_UP',
  });
  await settled();
  const scans = () =>
    events('tracking.event.recorded').filter(({ data }) => data.eventCode === 'PICKED_UP').length;
  expect(scans()).toBe(0);
  await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT2H' });
  await settled();
  expect(scans()).toBe(1);
  const [closed] = events('continuity.interruption.closed');
  expect(closed?.data).toMatchObject({ lostEventCount: 0 });
  const backlog = await toCourier('GET', `/v1/events?cursor=${closed?.data.replayCursor}`);
  const before = backlog.body.events.filter(
    ({ sequence }: { sequence: string }) => sequence < String(closed?.sequence),
  );
  expect(before).toHaveLength(Number(closed?.data.backlogEventCount));
  expect(parties.faults).toEqual([]);
});

const CLASSES = [
  { noticeClass: 'PLANNED', lead: 259_200 },
  { noticeClass: 'RESTRICTION', lead: 259_200 },
  { noticeClass: 'TERMINATION', lead: 2_592_000 },
];

test.each(CLASSES)(
  '$noticeClass is announced $lead seconds ahead',
  async ({ noticeClass, lead }) => {
    const { toCourier, faults } = await exchange();
    const made = await toCourier('POST', '/v1/test-controls/interruptions', {
      ...outage,
      noticeClass,
    });
    const path = `/v1/interruption-notices/${made.body.noticeId}`;
    const notice = (await toCourier('GET', path)).body;
    expect(notice).toMatchObject({ status: 'ISSUED', leadSeconds: lead });
    const early = await toCourier('POST', '/v1/test-controls/interruptions', {
      ...outage,
      noticeClass,
      startsAt: '2026-11-11T01:00:00+08:00',
    });
    expect([early.status, early.body.code]).toEqual([422, 'RULE_VIOLATION']);
    await toCourier('POST', '/v1/test-controls/clock/advance', { by: `PT${lead}S` });
    expect((await toCourier('GET', path)).body.status).toBe('ACTIVE');
    const served = (await toCourier('GET', '/v1/orders')).status;
    expect(served).toBe(noticeClass === 'PLANNED' ? 503 : 200);
    expect(faults).toEqual([]);
  },
);

test('a notice of high risk needs a regulator that was told before', async () => {
  const { toCourier, faults } = await exchange();
  const refused = await toCourier('POST', '/v1/test-controls/interruptions', {
    ...outage,
    noticeClass: 'PLANNED',
    riskLevel: 'HIGH',
  });
  expect(refused.body.errors).toEqual([
    expect.objectContaining({ pointer: '/riskLevel', rule: 'CTY-005' }),
  ]);
  expect(faults).toEqual([]);
});

test('a reset gives the tenant back as it was', async () => {
  const parties = await exchange();
  const { toCourier, act } = parties;
  const before = (await toCourier('GET', '/v1/agreements')).body;
  await act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p' });
  await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'P3D' });
  expect((await toCourier('POST', '/v1/test-controls/reset')).status).toBe(204);
  expect((await toCourier('GET', '/v1/orders')).body.items).toEqual([]);
  expect((await toCourier('GET', '/v1/agreements')).body).toEqual(before);
  expect((await toCourier('GET', '/v1/test-controls/clock')).body.now).toBe(
    '2026-11-10T16:00:00.000Z',
  );
  expect(parties.faults).toEqual([]);
});

const PLANNED = 'PLANNED';
const UNPLANNED = 'UNPLANNED';

test.each<{
  readonly title: string;
  readonly given: { readonly noticeClass: string; readonly facts: readonly string[] };
  readonly want: { readonly status: string; readonly states: readonly string[] };
}>([
  {
    title: 'an update of what is announced changes its end alone',
    given: { noticeClass: PLANNED, facts: ['UPDATE'] },
    want: { status: 'ISSUED', states: ['SUCCEEDED'] },
  },
  {
    title: 'what is withdrawn is over, once',
    given: { noticeClass: PLANNED, facts: ['WITHDRAW', 'WITHDRAW'] },
    want: { status: 'WITHDRAWN', states: ['SUCCEEDED', 'STATE_ILLEGAL'] },
  },
  {
    title: 'what is in effect cannot be withdrawn',
    given: { noticeClass: UNPLANNED, facts: ['WITHDRAW'] },
    want: { status: 'ACTIVE', states: ['STATE_ILLEGAL'] },
  },
  {
    title: 'an interruption that returns is in effect again',
    given: { noticeClass: UNPLANNED, facts: ['SERVICE_IS_BACK', 'INTERRUPTION_RETURNS'] },
    want: { status: 'ACTIVE', states: ['SUCCEEDED', 'SUCCEEDED'] },
  },
  {
    title: 'one that was accounted for does not return',
    given: {
      noticeClass: UNPLANNED,
      facts: ['SERVICE_IS_BACK', 'BACKLOG_REPLAYED', 'INTERRUPTION_RETURNS'],
    },
    want: { status: 'CLOSED', states: ['SUCCEEDED', 'SUCCEEDED', 'STATE_ILLEGAL'] },
  },
  {
    title: 'what only the clock brings is no decision',
    given: { noticeClass: PLANNED, facts: ['STARTS_AT_REACHED'] },
    want: { status: 'ISSUED', states: ['STATE_ILLEGAL'] },
  },
])('$title', async ({ given: { noticeClass, facts }, want }) => {
  const parties = await exchange();
  const { toCourier, act } = parties;
  await act('platform', 'CREATE_SUBSCRIPTION', {});
  const begun = { ...outage, noticeClass };
  const { noticeId } = (await toCourier('POST', '/v1/test-controls/interruptions', begun)).body;
  const read = () => toCourier('GET', `/v1/interruption-notices/${noticeId}`);
  const { revision } = (await read()).body;
  const input = { collection: 'interruption-notices', resourceId: noticeId };
  const states: string[] = [];
  for (const fact of facts) {
    const { state, result } = await act('courier', 'CAUSE_FACT', { ...input, fact });
    states.push(state === 'FAILED' ? result.code : state);
  }
  const taken = states.filter((state) => state === 'SUCCEEDED').length;
  expect({ states, status: (await read()).body.status }).toEqual(want);
  expect((await read()).body.revision).toBe(revision + taken);
  const told = [
    ...parties.events('continuity.interruption.updated'),
    ...parties.events('continuity.interruption.closed'),
  ];
  expect(told).toHaveLength(taken);
  expect(parties.faults).toEqual([]);
});

test('a fact of a notice of nobody is not found', async () => {
  const { act, faults } = await exchange();
  const input = { collection: 'interruption-notices', resourceId: 'ntc_0000000000000000000000' };
  expect(await act('courier', 'CAUSE_FACT', { ...input, fact: 'UPDATE' })).toMatchObject({
    state: 'FAILED',
    result: { code: 'NOT_FOUND' },
  });
  expect(faults).toEqual([]);
});

test('a notice that replaces another names it, and takes its place', async () => {
  const { toCourier, act, faults } = await exchange();
  const begun = (await toCourier('POST', '/v1/test-controls/interruptions', outage)).body;
  const input = { collection: 'interruption-notices', resourceId: begun.noticeId };
  await act('courier', 'CAUSE_FACT', { ...input, fact: 'NAMED_BY_SUPERSEDING_NOTICE' });
  const { items } = (await toCourier('GET', '/v1/interruption-notices')).body;
  expect(
    Object.fromEntries(
      items.map(({ status, supersedesNoticeId }: Readonly<Record<string, string>>) => [
        status,
        supersedesNoticeId,
      ]),
    ),
  ).toEqual({ SUPERSEDED: undefined, ACTIVE: begun.noticeId });
  expect((await toCourier('GET', '/v1/orders')).body.code).toBe('INTERRUPTED');
  await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT2H' });
  expect((await toCourier('GET', '/v1/orders')).status).toBe(200);
  expect(faults).toEqual([]);
});

test('an interruption lasts as long as its update says', async () => {
  const { toCourier, act, faults } = await exchange();
  const begun = (await toCourier('POST', '/v1/test-controls/interruptions', outage)).body;
  const input = { collection: 'interruption-notices', resourceId: begun.noticeId };
  await act('courier', 'CAUSE_FACT', { ...input, fact: 'UPDATE' });
  const served = async () => (await toCourier('GET', '/v1/orders')).status;
  await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT2H' });
  expect(await served()).toBe(503);
  await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT1H' });
  expect(await served()).toBe(200);
  expect(faults).toEqual([]);
});

test('the account of an interruption says when service was back', async () => {
  const parties = await exchange();
  const { toCourier, act } = parties;
  await act('platform', 'CREATE_SUBSCRIPTION', {});
  const begun = (await toCourier('POST', '/v1/test-controls/interruptions', outage)).body;
  const input = { collection: 'interruption-notices', resourceId: begun.noticeId };
  const { now } = (await toCourier('GET', '/v1/test-controls/clock')).body;
  await act('courier', 'CAUSE_FACT', { ...input, fact: 'SERVICE_IS_BACK' });
  expect((await toCourier('GET', '/v1/orders')).status).toBe(200);
  expect(parties.events('continuity.interruption.closed')).toEqual([]);
  await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT15M' });
  await parties.settled();
  const [closed] = parties.events('continuity.interruption.closed');
  expect(closed?.data.actualEndedAt).toBe(now);
  expect(parties.faults).toEqual([]);
});
