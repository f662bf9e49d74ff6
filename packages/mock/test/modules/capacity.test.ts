import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { createOneParty, type OneParty } from './one-party.ts';

const COURIER = { partyId: 'ZZEXPRESS', role: 'courier', name: '示例速运' } as const;
const PLATFORM = { partyId: 'SHOPONE', role: 'platform', name: '示例电商' } as const;
const OTHER = { partyId: 'SHOPTWO', role: 'platform', name: '另一电商' } as const;

const idOf = (index: number): string =>
  `019398a0-0000-7000-8000-${String(index).padStart(12, '0')}`;
const OFFER = `/v1/capacity-offers/${idOf(1)}`;
const DEMAND = `/v1/capacity-demands/${idOf(2)}`;

const regionOf = (regionCode: string) => ({
  countryCode: 'CN',
  regionCode,
  regionCodeVersion: 'NBS-2023',
});
const lane = { from: regionOf('210281'), to: regionOf('210204') };
const slotOf = (quantity: number, more = {}) => ({
  dayOn: '2026-11-20',
  from: '18:00',
  to: '23:00',
  quantity,
  unit: 'PARCEL',
  ...more,
});
const offer = {
  resource: 'LINEHAUL',
  lane,
  slots: [slotOf(100)],
  updateMode: 'FULL',
  price: { currency: 'CNY', minor: 45 },
};
const demand = { ...offer, slots: [slotOf(60)], deadlineAt: '2026-11-19T00:00:00+08:00' };

type Match = { readonly matchId: string; readonly revision: number; readonly status: string };

const matchesOf = async (
  { call }: OneParty,
  as: string = COURIER.partyId,
): Promise<readonly Match[]> =>
  (
    (await call('GET', '/v1/matches', undefined, { as })).body as {
      readonly items: readonly Match[];
    }
  ).items;

const offered = async (): Promise<OneParty> => {
  const party = await createOneParty('hub', COURIER, [PLATFORM, OTHER]);
  expect((await party.call('PUT', OFFER, offer)).status).toBe(201);
  return party;
};

const asPlatform = { as: PLATFORM.partyId };
const proposed = async (): Promise<{ readonly party: OneParty; readonly matchId: string }> => {
  const party = await offered();
  expect((await party.call('PUT', DEMAND, demand, asPlatform)).status).toBe(201);
  const [match] = await matchesOf(party);
  return { party, matchId: match?.matchId ?? '' };
};

type Proposed = Awaited<ReturnType<typeof proposed>>;
const decide = ({ party, matchId }: Proposed, body: object, as: string = COURIER.partyId) =>
  party.call('POST', `/v1/matches/${matchId}/decide`, body, { as });
const accept = (all: Proposed, as: string, revision = 1) =>
  decide(all, { decision: 'ACCEPT', revision }, as);

describe('bad input is refused and changes nothing', () => {
  test.each([
    [
      'an offer of no place',
      { body: { ...offer, lane: undefined } },
      { status: 422, code: 'RULE_VIOLATION', pointer: '' },
    ],
    [
      'an offer with a street',
      { body: { ...offer, lane: { ...lane, to: { ...lane.to, townCode: '210204001' } } } },
      { status: 422, code: 'RULE_VIOLATION', pointer: '/lane/to/townCode' },
    ],
    [
      'an offer with a phone number',
      { body: { ...offer, constraints: '请致电 19900000001' } },
      { status: 422, code: 'PLAINTEXT_PERSONAL_DATA', pointer: '/constraints' },
    ],
    [
      'an offer of less than nothing',
      { body: { ...offer, slots: [slotOf(-1)] } },
      { status: 422, code: 'SCHEMA_VIOLATION', pointer: '/slots/0/quantity' },
    ],
    [
      'one slot twice',
      { body: { ...offer, slots: [slotOf(1), slotOf(2)] } },
      { status: 422, code: 'RULE_VIOLATION', pointer: '/slots/1' },
    ],
    [
      'a slot over midnight',
      { body: { ...offer, slots: [slotOf(1, { from: '22:00', to: '06:00' })] } },
      { status: 422, code: 'RULE_VIOLATION', pointer: '/slots/0/to' },
    ],
    [
      'a change of a revision that is gone',
      { body: offer, headers: { 'If-Match': '"9"' } },
      { status: 412, code: 'REVISION_STALE', pointer: undefined },
    ],
    [
      'more slots than an offer may have, part by part',
      {
        body: {
          ...offer,
          updateMode: 'PARTIAL',
          slots: Array.from({ length: 500 }, (_, index) =>
            slotOf(1, {
              dayOn: `2027-01-${String(1 + (index % 25)).padStart(2, '0')}`,
              from: `${String(Math.floor(index / 25)).padStart(2, '0')}:00`,
              to: '24:00',
            }),
          ),
        },
      },
      { status: 422, code: 'RULE_VIOLATION', pointer: '/slots' },
    ],
  ])('%s', async (_title, { body, ...sent }, want) => {
    const party = await offered();
    const before = await party.call('GET', OFFER);
    const answer = await party.call('PUT', OFFER, body, {
      headers: { 'If-Match': '"1"' },
      ...sent,
    });
    const problem = answer.body as {
      readonly code: string;
      readonly errors?: readonly { readonly pointer: string }[];
    };
    expect({
      status: answer.status,
      code: problem.code,
      pointer: problem.errors?.[0]?.pointer,
    }).toEqual(want);
    expect((await party.call('GET', OFFER)).body).toEqual(before.body);
    expect(party.faults).toEqual([]);
  });

  test.each([
    [
      'a counter-offer of more',
      { decision: 'COUNTER', revision: 1, counterQuantity: 61 },
      422,
      'RULE_VIOLATION',
    ],
    ['a counter-offer of nothing', { decision: 'COUNTER', revision: 1 }, 422, 'RULE_VIOLATION'],
    [
      'a decision about another revision',
      { decision: 'ACCEPT', revision: 2 },
      412,
      'REVISION_STALE',
    ],
    [
      'an acceptance at another price',
      { decision: 'ACCEPT', revision: 1, counterQuantity: 5 },
      422,
      'RULE_VIOLATION',
    ],
  ])('%s', async (_title, body, status, code) => {
    const all = await proposed();
    const before = await matchesOf(all.party);
    expect(await decide(all, body)).toMatchObject({ status, body: { code } });
    expect(await matchesOf(all.party)).toEqual(before);
  });
});

describe('a match', () => {
  test('one acceptance confirms nothing and shows to nobody', async () => {
    const all = await proposed();
    const before = await matchesOf(all.party, PLATFORM.partyId);
    expect(await accept(all, COURIER.partyId)).toMatchObject({ body: { status: 'PROPOSED' } });
    expect(await accept(all, COURIER.partyId)).toMatchObject({ body: { status: 'PROPOSED' } });
    expect(await matchesOf(all.party, PLATFORM.partyId)).toEqual(before);
    expect(await accept(all, PLATFORM.partyId)).toMatchObject({
      body: {
        status: 'CONFIRMED',
        offeredBy: { partyId: 'ZZEXPRESS' },
        demandedBy: { partyId: 'SHOPONE' },
      },
    });
  });

  test('a counter-offer drops what was accepted', async () => {
    const all = await proposed();
    await accept(all, COURIER.partyId);
    const counter = { decision: 'COUNTER', revision: 1, counterQuantity: 50 };
    expect(await decide(all, counter, PLATFORM.partyId)).toMatchObject({
      body: { status: 'COUNTERED', quantity: 50, revision: 2 },
    });
    expect(await accept(all, PLATFORM.partyId, 2)).toMatchObject({ body: { status: 'COUNTERED' } });
    expect(await accept(all, COURIER.partyId, 2)).toMatchObject({ body: { status: 'CONFIRMED' } });
  });

  test('nobody counters the own counter-offer', async () => {
    const all = await proposed();
    await decide(all, { decision: 'COUNTER', revision: 1, counterQuantity: 50 });
    expect(
      await decide(all, { decision: 'COUNTER', revision: 2, counterQuantity: 40 }),
    ).toMatchObject({
      status: 409,
      body: { code: 'STATE_ILLEGAL' },
    });
  });

  test('a third party does not know of it', async () => {
    const all = await proposed();
    expect(await matchesOf(all.party, OTHER.partyId)).toEqual([]);
    expect(await accept(all, OTHER.partyId)).toMatchObject({ status: 404 });
  });

  test('what became less in the meantime cannot be confirmed', async () => {
    const all = await proposed();
    await accept(all, COURIER.partyId);
    await all.party.call(
      'PUT',
      OFFER,
      { ...offer, slots: [slotOf(10)] },
      { headers: { 'If-Match': '"1"' } },
    );
    expect(await accept(all, PLATFORM.partyId)).toMatchObject({
      status: 409,
      body: { code: 'OFFER_EXHAUSTED' },
    });
  });

  test('it is breached when its slot ends without it', async () => {
    const all = await proposed();
    await accept(all, COURIER.partyId);
    await accept(all, PLATFORM.partyId);
    await all.party.call('POST', '/v1/test-controls/clock/advance', { by: 'P30D' });
    expect(await matchesOf(all.party)).toMatchObject([{ status: 'BREACHED' }]);
  });

  test('it expires when nobody decides, and is not proposed again', async () => {
    const { party } = await proposed();
    await party.call('POST', '/v1/test-controls/clock/advance', {
      toAt: '2026-11-19T01:00:00+08:00',
    });
    await party.call('PUT', OFFER, offer, { headers: { 'If-Match': '"1"' } });
    expect(await matchesOf(party)).toMatchObject([{ status: 'EXPIRED' }]);
  });

  test('declined by one it is proposed to another who chose the same id', async () => {
    const all = await proposed();
    await decide(all, { decision: 'DECLINE', revision: 1 });
    const put = await all.party.call('PUT', DEMAND, demand, { as: OTHER.partyId });
    expect(put).toMatchObject({ status: 201 });
    const states = (await matchesOf(all.party)).map(({ status }) => status);
    expect(states.sort()).toEqual(['DECLINED', 'PROPOSED']);
  });

  test('two demands are promised no more than there is', async () => {
    const { party } = await proposed();
    const again = { ...demand, slots: [slotOf(60)] };
    await party.call('PUT', `/v1/capacity-demands/${idOf(3)}`, again, { as: OTHER.partyId });
    const quantities = (await matchesOf(party)).map(
      (one) => (one as unknown as { quantity: number }).quantity,
    );
    expect(quantities.sort()).toEqual([40, 60]);
  });
});

const states = Object.entries(
  registry.lifecycles.find(({ entity }) => entity === 'match')?.states ?? {},
);

test.each(states.filter(([, { terminal }]) => terminal).map(([state]) => state))(
  'nothing is decided about a match that is %s',
  async (state) => {
    const all = await proposed();
    if (state === 'DECLINED') await decide(all, { decision: 'DECLINE', revision: 1 });
    else if (state === 'EXPIRED')
      await all.party.cause('matches', all.matchId, 'EXPIRES_AT_PASSED');
    else {
      await accept(all, COURIER.partyId);
      await accept(all, PLATFORM.partyId);
      await all.party.cause(
        'matches',
        all.matchId,
        state === 'FULFILLED' ? 'CAPACITY_USED' : 'SLOT_ENDED',
      );
    }
    const [match] = await matchesOf(all.party);
    expect(match?.status).toBe(state);
    for (const decision of ['ACCEPT', 'DECLINE'])
      expect(await decide(all, { decision, revision: match?.revision })).toMatchObject({
        status: 409,
        body: { code: 'STATE_ILLEGAL', from: state },
      });
  },
);
