import { alterAnswers, alterRequests, requestWith } from '../../faults/bend.ts';
import type { Fault } from '../../words.ts';

const hub = { kind: 'hand', role: 'hub' } as const;

// biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
type Match = any;

/** Alters the matches of a list that fit; nothing where none does. */
const inList = (fits: (match: Match) => boolean, alter: (match: Match) => Match) =>
  alterAnswers(
    'hub',
    ({ body }) =>
      body?.items?.some(fits)
        ? {
            body: {
              ...body,
              items: body.items.map((one: Match) => (fits(one) ? alter(one) : one)),
            },
          }
        : undefined,
    ['listMatches'],
  );

/** Faults of module `capacity`. */
export const capacityFaults: readonly Fault[] = [
  {
    ...hub,
    id: 'capacity-sold-twice',
    title: { en: 'confirms more than was offered', zh: '确认量超过供给' },
    violates: ['CAP-001'],
    bend: inList(
      ({ status }) => status === 'CONFIRMED',
      (match) => ({ ...match, quantity: match.quantity * 2 }),
    ),
  },
  {
    ...hub,
    id: 'partial-taken-for-full',
    title: { en: 'a partial update that replaces all slots', zh: '增量更新替换全部时段' },
    violates: ['CAP-002'],
    bend: alterRequests(
      'hub',
      async (request, body) =>
        body?.updateMode === 'PARTIAL'
          ? requestWith(request, { body: { ...body, updateMode: 'FULL' } })
          : undefined,
      ['putCapacityOffer'],
    ),
  },
  {
    ...hub,
    id: 'confirmed-by-one-side',
    title: { en: 'confirms when one side has accepted', zh: '单方接受即确认' },
    violates: ['CAP-003', 'DSC-026'],
    bend: alterAnswers(
      'hub',
      ({ status, asked, body }) =>
        status === 200 && asked?.decision === 'ACCEPT' && body?.status !== 'CONFIRMED'
          ? { body: { ...body, status: 'CONFIRMED' } }
          : undefined,
      ['decideMatch'],
    ),
  },
  {
    ...hub,
    id: 'sides-named-early',
    title: { en: 'names a side before both have accepted', zh: '确认前披露身份' },
    violates: ['CAP-004', 'DSC-021'],
    bend: inList(
      ({ status }) => status === 'PROPOSED',
      (match) => ({ ...match, offeredBy: { partyId: 'ZZEXPRESS', role: 'courier' } }),
    ),
  },
  {
    ...hub,
    id: 'matched-by-whim',
    title: { en: 'proposes less than the matcher finds', zh: '提议少于参考算法结果' },
    violates: ['CAP-005'],
    bend: inList(
      ({ status, quantity }) => status === 'PROPOSED' && quantity > 1,
      (match) => ({ ...match, quantity: match.quantity - 1 }),
    ),
  },
  {
    ...hub,
    id: 'street-of-capacity-taken',
    title: { en: 'takes an offer that names a street', zh: '接受细至街道的供给' },
    violates: ['CAP-006'],
    bend: alterRequests(
      'hub',
      async (request, body) => {
        if (body?.lane?.to?.townCode === undefined) return undefined;
        const { townCode: _, ...to } = body.lane.to;
        return requestWith(request, { body: { ...body, lane: { ...body.lane, to } } });
      },
      ['putCapacityOffer'],
    ),
  },
];
