import { both, type CaseJudge, checkOf, demand, refusal } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import type { Seen } from '../../checks/seen.ts';
import { answerOf, isAccepted, requestOf, textOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding } from '../../words.ts';

type Slot = {
  readonly dayOn: string;
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  readonly quantity: number;
};

type Match = {
  readonly offerId: string;
  readonly demandId: string;
  readonly slotOn: string;
  readonly quantity: number;
  readonly status: string;
  readonly score?: { readonly method?: string };
  readonly offeredBy?: { readonly partyId?: string };
  readonly demandedBy?: { readonly partyId?: string };
};

const listIn = <T>(body: { readonly [member: string]: unknown } | undefined, member: string) => {
  const list = body?.[member];
  return (Array.isArray(list) ? list : []) as readonly T[];
};

/** Slots as texts in order, so that the order in which they are listed does not matter. */
const written = (slots: readonly Slot[]): string =>
  slots
    .map(({ dayOn, from, to, unit, quantity }) => [dayOn, from, to, unit, quantity].join(' '))
    .sort()
    .join(', ');

const isSameSlot = (one: Slot, other: Slot): boolean =>
  (['dayOn', 'from', 'to', 'unit'] as const).every((member) => one[member] === other[member]);

/** What is read after an update is what the update leaves, worked out from the requests alone. */
const updated: CaseJudge = (seen) => {
  const slotsAskedBy = (probe: string) => {
    const asked = seen.one(probe);
    return asked !== undefined && isAccepted(asked)
      ? listIn<Slot>(requestOf(asked), 'slots')
      : undefined;
  };
  const [first, part, whole] = ['capacity-offered', 'capacity-partial', 'capacity-full'].map(
    slotsAskedBy,
  );
  const read = (probe: string, want: readonly Slot[] | undefined): readonly Finding[] => {
    const found = seen.one(probe);
    if (found === undefined || !isAccepted(found) || want === undefined) return [];
    return [
      demand(
        written(listIn<Slot>(answerOf(found), 'slots')) === written(want),
        found,
        { en: 'the slots that the updates leave', zh: '各次更新后的时段' },
        { en: 'other slots', zh: '其他时段' },
        { pointer: '/slots', surface: 'body' },
      ),
    ];
  };
  const merged = first &&
    part && [...first.filter((one) => !part.some((other) => isSameSlot(one, other))), ...part];
  return [...read('capacity-after-partial', merged), ...read('capacity-after-full', whole)];
};

/** Nothing that a hub says of capacity is smaller than a district. */
const nothingBelow: CaseJudge = (seen) =>
  ['getCapacityOffer', 'putCapacityOffer', 'listMatches']
    .flatMap((operation) => seen.calls(operation))
    .filter(isAccepted)
    .map((exchange) =>
      demand(
        !/"(townCode|villageCode|townName)"/.test(textOf(exchange.response?.body)),
        exchange,
        { en: 'regions down to the district', zh: '区域细至区县为止' },
        { en: 'a smaller region', zh: '更小的区域' },
        { surface: 'body' },
      ),
    );

/** What both sides have agreed on, of one offer, is within what it offered. */
const withinOffer: CaseJudge = (seen) => {
  const offer = seen.one('capacity-offered-once');
  if (offer === undefined || !isAccepted(offer)) return undefined;
  const offerId: unknown = answerOf(offer)?.offerId;
  const offered = listIn<Slot>(requestOf(offer), 'slots').reduce(
    (sum, one) => sum + one.quantity,
    0,
  );
  return seen
    .probe('capacity-confirmed')
    .filter(isAccepted)
    .flatMap((list): readonly Finding[] => {
      const agreed = listIn<Match>(answerOf(list), 'items').filter(
        (one) => one.offerId === offerId && ['CONFIRMED', 'FULFILLED'].includes(one.status),
      );
      if (agreed.length === 0) return [];
      return [
        demand(
          agreed.reduce((sum, { quantity }) => sum + quantity, 0) <= offered,
          [offer, list],
          { en: 'confirmed quantities within the slot', zh: '确认数量不超过时段' },
          { en: 'more than the slot has', zh: '超过时段所有' },
          { pointer: '/items', surface: 'body' },
        ),
      ];
    });
};

/** Whoever accepts first does not confirm. */
const oneSided: CaseJudge = (seen) =>
  seen
    .probe('capacity-one-sided')
    .filter(isAccepted)
    .map((exchange) =>
      demand(
        ['PROPOSED', 'COUNTERED'].includes(String(answerOf(exchange)?.status)),
        exchange,
        { en: 'a match that waits for the other side', zh: '等待另一方的匹配' },
        SAID.anotherStatus,
        { pointer: '/status', surface: 'body' },
      ),
    );

const bothSided: CaseJudge = (seen) => {
  const exchange = seen.one('capacity-both');
  if (exchange === undefined || !isAccepted(exchange)) return undefined;
  return demand(
    answerOf(exchange)?.status === 'CONFIRMED',
    exchange,
    { en: 'a match that both have accepted is confirmed', zh: '双方均接受的匹配即已确认' },
    SAID.anotherStatus,
    { pointer: '/status', surface: 'body' },
  );
};

/** Names of the sides, as the hub tells them once both have accepted. */
const namesIn = (seen: Seen): readonly string[] => {
  const confirmed = seen.one('capacity-both');
  const match = (confirmed === undefined ? undefined : answerOf(confirmed)) as Match | undefined;
  return [match?.offeredBy?.partyId, match?.demandedBy?.partyId].filter((one) => one !== undefined);
};

const isOpen = ({ status }: Match): boolean => ['PROPOSED', 'COUNTERED'].includes(status);

/** No match that is open names a side, in a member or anywhere in it. */
const unnamed: CaseJudge = (seen) => {
  const names = namesIn(seen);
  const told = (exchange: Exchange, matches: readonly Match[]): readonly Finding[] =>
    matches
      .filter(isOpen)
      .map((match) =>
        demand(
          match.offeredBy === undefined &&
            match.demandedBy === undefined &&
            names.every((name) => !JSON.stringify(match).includes(name)),
          exchange,
          { en: 'an open match that names nobody', zh: '未决匹配不列明任何一方' },
          { en: 'a side is named', zh: '列明了一方' },
          { surface: 'body' },
        ),
      );
  return [
    ...seen
      .probe('capacity-proposed')
      .filter(isAccepted)
      .flatMap((exchange) => told(exchange, listIn<Match>(answerOf(exchange), 'items'))),
    ...seen
      .probe('capacity-one-sided')
      .filter(isAccepted)
      .flatMap((exchange) => told(exchange, [answerOf(exchange)])),
  ];
};

const MARKETS = ['capacity-market-one', 'capacity-market-two'] as const;

/** Offers of one lane and window: the cheapest first, to the first demand first, until nothing is left. */
const wantedMatches = (
  offers: readonly { readonly id: string; readonly quantity: number; readonly minor: number }[],
  demands: readonly { readonly id: string; readonly quantity: number }[],
): string => {
  const left = new Map(demands.map(({ id, quantity }) => [id, quantity]));
  return [...offers]
    .sort((a, b) => a.minor - b.minor || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, quantity }) => {
      let rest = quantity;
      return [...left.keys()].sort().flatMap((demandId) => {
        const amount = Math.min(rest, left.get(demandId) ?? 0);
        rest -= amount;
        left.set(demandId, (left.get(demandId) ?? 0) - amount);
        return amount === 0 ? [] : [[id, demandId, amount].join(' ')];
      });
    })
    .sort()
    .join(', ');
};

/** A hub that uses the reference matcher proposes what the matcher finds. */
const asReference: CaseJudge = (seen) =>
  MARKETS.flatMap((probe): readonly Finding[] => {
    const list = seen.one(probe);
    const offers = seen.probe(`${probe}-offer`).filter(isAccepted);
    const [day] = offers.map((one) => listIn<Slot>(requestOf(one), 'slots')[0]?.dayOn);
    if (list === undefined || !isAccepted(list) || day === undefined) return [];
    const found = listIn<Match>(answerOf(list), 'items').filter(({ slotOn }) => slotOn === day);
    if (found.some(({ score }) => score?.method !== undefined)) return [];
    const demands = seen
      .calls('putCapacityDemand')
      .filter((one) => isAccepted(one) && listIn<Slot>(requestOf(one), 'slots')[0]?.dayOn === day);
    const want = wantedMatches(
      offers.map((one) => ({
        id: String(answerOf(one)?.offerId),
        quantity: Number(listIn<Slot>(requestOf(one), 'slots')[0]?.quantity),
        minor: Number(requestOf(one)?.price?.minor),
      })),
      demands.map((one) => ({
        id: String(answerOf(one)?.demandId),
        quantity: Number(listIn<Slot>(requestOf(one), 'slots')[0]?.quantity),
      })),
    );
    const have = found
      .map(({ offerId, demandId, quantity }) => [offerId, demandId, quantity].join(' '))
      .sort()
      .join(', ');
    return [
      demand(
        have === want,
        [...offers, ...demands, list],
        { en: 'the matches of the reference matcher', zh: '与参考匹配算法一致的匹配' },
        { en: 'other matches', zh: '其他匹配' },
        { pointer: '/items', surface: 'body' },
      ),
    ];
  });

/** What the module demands beyond the shape of its messages. */
export const capacityChecks: readonly Check[] = [
  checkOf('CAP-001', { 'capacity-within-offer': { judge: withinOffer, needs: 'ACTIONS' } }),
  checkOf('CAP-002', { 'capacity-updated': updated }),
  checkOf('CAP-003', {
    'capacity-one-sided': { judge: oneSided, needs: 'ACTIONS' },
    'capacity-both-sided': { judge: bothSided, needs: 'ACTIONS' },
    'capacity-old-revision': {
      judge: refusal('capacity-old-revision', 412, 'REVISION_STALE'),
      needs: 'ACTIONS',
    },
  }),
  checkOf('CAP-004', { 'capacity-unnamed': { judge: unnamed, needs: 'ACTIONS' } }),
  checkOf('CAP-005', { 'capacity-as-reference': { judge: asReference, needs: 'ACTIONS' } }),
  checkOf('CAP-006', {
    'capacity-street': both(
      refusal('capacity-street', 422, 'RULE_VIOLATION', { pointer: '/lane/to/townCode' }),
      nothingBelow,
    ),
  }),
];
