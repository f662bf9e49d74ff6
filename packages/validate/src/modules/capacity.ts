import type {
  CapacityDemand,
  CapacityForecast,
  CapacityLane,
  CapacityOffer,
  CapacitySlot,
  MatchDecision,
  MatchProposal,
  Region,
  TrafficGuidance,
} from '@openwaybill/schemas';
import { at, isAfter, membersRule } from '../rules/members-rule.ts';

type Terms = Pick<CapacityOffer | CapacityDemand, 'lane' | 'area' | 'slots' | 'price'>;
type Id = 'DSC-021' | 'DSC-023';

/** Members of a region that say more than its district. */
const BELOW_DISTRICT = ['townCode', 'villageCode', 'townName'] as const;

const tooExact = (region: Region, pointer: string): readonly string[] =>
  BELOW_DISTRICT.flatMap((member) => at(`${pointer}/${member}`, region[member] === undefined));

const districtRule = <T>(schema: string, regionsOf: (value: T) => readonly [string, Region][]) =>
  membersRule<T>({
    schema,
    id: 'CAP-006',
    broken: (value) => regionsOf(value).flatMap(([pointer, region]) => tooExact(region, pointer)),
    requirement: 'CAP-006',
    text: { en: 'a region is smaller than a district', zh: '区域细于县级' },
    hint: { en: 'Leave out what is below the district.', zh: '请去除县级以下的信息。' },
  });

const repeats = <T>(items: readonly T[], keyOf: (item: T) => string, pointer: string) => {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    const isNew = !seen.has(key);
    seen.add(key);
    return at(`${pointer}/${index}`, isNew);
  });
};

const termsRules = (schema: string, id: Id) => [
  membersRule<Terms>({
    schema,
    id,
    part: 'place',
    broken: ({ lane, area }) => at('', (lane === undefined) !== (area === undefined)),
    text: { en: 'capacity has no place, or two', zh: '运力未指明位置，或同时指明两种' },
    hint: { en: 'Give lane or area, and not both.', zh: '请提供 lane 或 area 之一。' },
  }),
  membersRule<Terms>({
    schema,
    id,
    part: 'slots',
    broken: ({ slots }) =>
      repeats(slots, ({ dayOn, from, to, unit }) => [dayOn, from, to, unit].join(' '), '/slots'),
    text: { en: 'a slot stands there twice', zh: '时段重复' },
    hint: { en: 'Keep one of them.', zh: '请仅保留其一。' },
  }),
  membersRule<Terms>({
    schema,
    id,
    part: 'price',
    broken: ({ price }) => at('/price/minor', price === undefined || price.minor >= 0),
    text: { en: 'a price is below nothing', zh: '单价为负' },
    hint: { en: 'Give a price of 0 or more.', zh: '请提供不小于 0 的单价。' },
  }),
  districtRule<Terms>(schema, ({ area }) =>
    (area ?? []).map((region, index) => [`/area/${index}`, region]),
  ),
];

const forecastRules = (schema: string, id: Id) => [
  membersRule<Pick<CapacityForecast, 'cells'>>({
    schema,
    id,
    part: 'quantiles',
    broken: ({ cells }) =>
      cells.flatMap(({ p50Count, p90Count }, index) =>
        at(`/cells/${index}/p90Count`, p90Count >= p50Count),
      ),
    text: { en: 'the 90th percentile is below the 50th', zh: 'P90 小于 P50' },
    hint: { en: 'Swap the two counts.', zh: '请对调两个数值。' },
  }),
  membersRule<Pick<CapacityForecast, 'cells'>>({
    schema,
    id,
    part: 'cells',
    broken: ({ cells }) =>
      repeats(
        cells,
        ({ dayOn, fromRegionCode, toRegionCode }) =>
          [dayOn, fromRegionCode, toRegionCode].join(' '),
        '/cells',
      ),
    text: { en: 'a cell stands there twice', zh: '单元重复' },
    hint: { en: 'Keep one of them.', zh: '请仅保留其一。' },
  }),
];

const NAMED: readonly string[] = ['CONFIRMED', 'FULFILLED', 'BREACHED'];

/** Slots, places and decisions across their members. */
export const capacityRules = [
  membersRule<CapacitySlot>({
    schema: 'CapacitySlot',
    id: 'time-order',
    broken: ({ from, to }) => at('/to', to > from),
    text: { en: 'a slot does not end after it begins', zh: '时段的结束不晚于开始' },
    hint: { en: 'Split a slot over midnight into two.', zh: '跨越零点的时段请拆分为两个。' },
  }),
  districtRule<CapacityLane>('CapacityLane', ({ from, to }) => [
    ['/from', from],
    ['/to', to],
  ]),
  districtRule<TrafficGuidance>('TrafficGuidance', ({ regions }) =>
    regions.map((region, index) => [`/regions/${index}`, region]),
  ),
  ...termsRules('CapacityOffer', 'DSC-021'),
  ...termsRules('CapacityDemand', 'DSC-021'),
  ...termsRules('CapacityOfferUpdate', 'DSC-023'),
  ...termsRules('CapacityDemandUpdate', 'DSC-023'),
  ...forecastRules('CapacityForecast', 'DSC-021'),
  ...forecastRules('CapacityForecastSubmission', 'DSC-023'),
  membersRule<MatchProposal>({
    schema: 'MatchProposal',
    id: 'CAP-004',
    broken: ({ status, offeredBy, demandedBy }) =>
      NAMED.includes(status)
        ? []
        : [
            ...at('/offeredBy', offeredBy === undefined),
            ...at('/demandedBy', demandedBy === undefined),
          ],
    requirement: 'CAP-004',
    text: { en: 'a side is named before both have accepted', zh: '确认前披露了一方身份' },
    hint: { en: 'Leave it out until CONFIRMED.', zh: '请在 CONFIRMED 之前省略。' },
  }),
  membersRule<MatchProposal>({
    schema: 'MatchProposal',
    id: 'DSC-021',
    broken: ({ slotStartsAt, slotEndsAt }) => at('/slotEndsAt', isAfter(slotStartsAt, slotEndsAt)),
    text: {
      en: 'the slot of a match does not end after it begins',
      zh: '匹配时段的结束不晚于开始',
    },
    hint: { en: 'Swap the two instants.', zh: '请对调两个时刻。' },
  }),
  membersRule<MatchDecision>({
    schema: 'MatchDecision',
    id: 'DSC-023',
    broken: ({ decision, counterQuantity, counterPrice }) =>
      decision === 'COUNTER'
        ? at('', counterQuantity !== undefined || counterPrice !== undefined)
        : [
            ...at('/counterQuantity', counterQuantity === undefined),
            ...at('/counterPrice', counterPrice === undefined),
          ],
    text: { en: 'a decision and its counter-offer do not agree', zh: '决定与还价内容不一致' },
    hint: {
      en: 'COUNTER has a quantity or a price; the others have neither.',
      zh: 'COUNTER 须有数量或价格；其余均不得有。',
    },
  }),
];
