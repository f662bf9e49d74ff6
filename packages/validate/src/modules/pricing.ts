import type { Quote, QuoteRequest, Tariff, VasOffer } from '@openwaybill/schemas';
import { isTotalOf, namesItsService } from '../rules/charge-lines.ts';
import { at, membersRule } from '../rules/members-rule.ts';

type Bracket = Tariff['brackets'][number];

const followsOn = (before: Bracket | undefined, bracket: Bracket): boolean =>
  bracket.fromGrams === (before?.toGrams ?? 0) && bracket.toGrams > bracket.fromGrams;

/** Where the brackets of a zone, in the order of their weights, do not join. */
const unjoined = ({ zones, brackets }: Tariff): readonly string[] =>
  zones.flatMap(({ zoneCode }, zone) => {
    const own = brackets
      .map((bracket, index) => ({ bracket, index }))
      .filter(({ bracket }) => bracket.zoneCode === zoneCode)
      .toSorted((a, b) => a.bracket.fromGrams - b.bracket.fromGrams);
    if (own.length === 0) return [`/zones/${zone}`];
    return own.flatMap(({ bracket, index }, place) =>
      at(`/brackets/${index}/fromGrams`, followsOn(own[place - 1]?.bracket, bracket)),
    );
  });

const repeated = <T>(values: readonly T[]): readonly number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));

const ambiguousZones = ({ zones, brackets }: Tariff): readonly string[] => {
  const names = zones.map(({ zoneCode }) => zoneCode);
  const regions = zones.flatMap(({ regionCodes }, zone) =>
    regionCodes.map((code, index) => ({ code, pointer: `/zones/${zone}/regionCodes/${index}` })),
  );
  return [
    ...repeated(names).map((index) => `/zones/${index}/zoneCode`),
    ...repeated(regions.map(({ code }) => code)).flatMap((index) => regions[index]?.pointer ?? []),
    ...brackets.flatMap(({ zoneCode }, index) =>
      at(`/brackets/${index}/zoneCode`, names.includes(zoneCode)),
    ),
  ];
};

const strangeCurrencies = ({ brackets, surcharges = [] }: Tariff): readonly string[] => {
  const one = brackets[0]?.firstPrice.currency;
  return [
    ...brackets.flatMap(({ firstPrice, stepPrice }, index) => [
      ...at(`/brackets/${index}/firstPrice`, firstPrice.currency === one),
      ...at(`/brackets/${index}/stepPrice`, stepPrice.currency === one),
    ]),
    ...surcharges.flatMap(({ amount }, index) =>
      at(`/surcharges/${index}/amount`, amount.currency === one),
    ),
  ];
};

/** What is asked, what it costs, and the tables that the price is taken from. */
export const pricingRules = [
  membersRule<QuoteRequest>({
    schema: 'QuoteRequest',
    id: 'DSC-023',
    broken: ({ vas = [], declaredValue }) =>
      at('', !vas.includes('INSURE') || declaredValue !== undefined),
    text: { en: 'a value is to be insured that is not declared', zh: '选择保价但未声明价值' },
    hint: { en: 'Add declaredValue.', zh: '请补充 declaredValue。' },
  }),
  membersRule<QuoteRequest>({
    schema: 'QuoteRequest',
    id: 'DSC-023',
    part: 'value',
    broken: ({ declaredValue }) =>
      at('/declaredValue', declaredValue === undefined || declaredValue.minor > 0),
    text: { en: 'the declared value is nothing', zh: '声明价值不为正数' },
    hint: { en: 'Declare a positive amount, or none.', zh: '请声明正数金额，或不声明。' },
  }),
  membersRule<Quote>({
    schema: 'Quote',
    id: 'DSC-021',
    part: 'total',
    broken: ({ lines, total }) => at('/total', isTotalOf(total, lines)),
    text: {
      en: 'the lines of the quote do not add up to its total in one currency',
      zh: '报价各项之和与总额不符，或币种不一致',
    },
    hint: { en: 'Total = sum of the amounts of the lines.', zh: '总额 = 各项金额之和。' },
  }),
  membersRule<Quote>({
    schema: 'Quote',
    id: 'DSC-021',
    part: 'service',
    broken: ({ lines }) =>
      lines.flatMap((line, index) => at(`/lines/${index}`, namesItsService(line))),
    text: {
      en: 'a line of component VAS names no service, or another line names one',
      zh: '增值明细未指明服务，或其他明细指明了服务',
    },
    hint: { en: 'Give vasCode with component VAS alone.', zh: '仅当构成为 VAS 时给出 vasCode。' },
  }),
  membersRule<Quote>({
    schema: 'Quote',
    id: 'DSC-021',
    part: 'transit',
    broken: ({ minTransitDayCount = 0, maxTransitDayCount }) =>
      at(
        '/maxTransitDayCount',
        maxTransitDayCount === undefined || maxTransitDayCount >= minTransitDayCount,
      ),
    text: { en: 'the longest transit is shorter than the shortest', zh: '最长时效短于最短时效' },
    hint: { en: 'Swap the two numbers.', zh: '请对调两个天数。' },
  }),
  membersRule<Tariff>({
    schema: 'Tariff',
    id: 'PRC-005',
    broken: unjoined,
    requirement: 'PRC-005',
    text: {
      en: 'the brackets of a zone overlap, leave a gap or are missing',
      zh: '资费区的重量区间重叠、断档或缺失',
    },
    hint: {
      en: 'Begin at 0 and let every bracket begin where the one before it ends.',
      zh: '首个区间自 0 起，其后每个区间自前一区间的上限起。',
    },
  }),
  membersRule<Tariff>({
    schema: 'Tariff',
    id: 'DSC-021',
    part: 'zones',
    broken: ambiguousZones,
    text: {
      en: 'a zone or a region stands twice, or a bracket is of no zone',
      zh: '资费区或区划重复，或区间不属于任何资费区',
    },
    hint: {
      en: 'Name every zone once, list a region in one zone, and use the names of the zones.',
      zh: '资费区不得重名，区划仅列入一个资费区，区间使用已列资费区。',
    },
  }),
  membersRule<Tariff>({
    schema: 'Tariff',
    id: 'DSC-021',
    part: 'currency',
    broken: strangeCurrencies,
    text: { en: 'the tariff has more than one currency', zh: '资费表含多种货币' },
    hint: { en: 'Make a tariff for each currency.', zh: '请按货币分别制表。' },
  }),
  membersRule<Tariff>({
    schema: 'Tariff',
    id: 'DSC-021',
    part: 'surcharges',
    broken: ({ surcharges = [] }) =>
      surcharges.flatMap(({ vasCode, component, packClass }, index) =>
        at(
          `/surcharges/${index}`,
          (vasCode === undefined) !== (component === undefined) &&
            (packClass === undefined || component === 'PACKAGING'),
        ),
      ),
    text: {
      en: 'a surcharge is not for exactly one service or component',
      zh: '附加费未对应唯一的服务或构成',
    },
    hint: {
      en: 'Give vasCode or component; packClass only with PACKAGING.',
      zh: '给出 vasCode 或 component 之一；packClass 仅随 PACKAGING 给出。',
    },
  }),
  membersRule<Tariff>({
    schema: 'Tariff',
    id: 'DSC-021',
    part: 'period',
    broken: ({ effectiveFromOn, effectiveToOn }) =>
      at('/effectiveToOn', effectiveToOn === undefined || effectiveToOn >= effectiveFromOn),
    text: { en: 'the tariff ends before it begins', zh: '资费表失效早于生效' },
    hint: { en: 'Swap the two dates.', zh: '请对调两个日期。' },
  }),
  membersRule<VasOffer>({
    schema: 'VasOffer',
    id: 'DSC-021',
    broken: ({ pricing, amount, perMille }) =>
      at(
        '',
        (pricing === 'FLAT') === (amount !== undefined) &&
          (pricing === 'PER_MILLE') === (perMille !== undefined),
      ),
    text: {
      en: 'the price of the service is not stated in the way that its pricing says',
      zh: '服务价格与其计价方式不符',
    },
    hint: {
      en: 'FLAT has amount, PER_MILLE has perMille, and neither has both.',
      zh: 'FLAT 给出 amount，PER_MILLE 给出 perMille，二者不得并存。',
    },
  }),
];
