import type {
  InspectionRecord,
  OpeningHours,
  OutletFiling,
  ServicePoint,
} from '@openwaybill/schemas';
import { at, isNotBefore, membersRule } from '../rules/members-rule.ts';

type Point = Pick<ServicePoint, 'tier' | 'address' | 'openingHours'>;

const CODE_OF_TIER: Readonly<Record<string, 'townCode' | 'villageCode'>> = {
  TOWN: 'townCode',
  VILLAGE: 'villageCode',
};

const isTierCoded = ({ tier, address }: Point): boolean => {
  const code = CODE_OF_TIER[tier];
  return code === undefined || address.region[code] !== undefined;
};

const overlap = (one: OpeningHours, other: OpeningHours): boolean =>
  one.weekday === other.weekday && one.opensAt < other.closesAt && other.opensAt < one.closesAt;

const pointRules = (schema: string, consistency: 'DSC-021' | 'DSC-023') => [
  membersRule<Point>({
    schema,
    id: 'SVP-002',
    broken: (point) => at('/address/region', isTierCoded(point)),
    requirement: 'SVP-002',
    text: { en: 'the region has no code of the tier', zh: '区划缺少该层级的代码' },
    hint: {
      en: 'VILLAGE needs villageCode, TOWN townCode; or correct the tier.',
      zh: 'VILLAGE 须有 villageCode，TOWN 须有 townCode；或更正层级。',
    },
  }),
  membersRule<Point>({
    schema,
    id: consistency,
    part: 'opening-hours',
    broken: ({ openingHours }) =>
      openingHours.flatMap((period, index) =>
        at(
          `/openingHours/${index}`,
          !openingHours.slice(0, index).some((earlier) => overlap(earlier, period)),
        ),
      ),
    text: { en: 'the period overlaps one before it', zh: '该时段与前面的时段重叠' },
    hint: { en: 'Join the two periods into one.', zh: '请将两个时段合并为一个。' },
  }),
];

const NUMBERED: readonly string[] = ['EFFECTIVE', 'CHANGE_SUBMITTED'];
const UNNUMBERED: readonly string[] = ['SUBMITTED', 'RETURNED', 'ACCEPTED'];

/** Points, their filings and their inspections. */
export const servicePointRules = [
  ...pointRules('ServicePointEntry', 'DSC-023'),
  ...pointRules('ServicePoint', 'DSC-021'),
  membersRule<OpeningHours>({
    schema: 'OpeningHours',
    id: 'time-order',
    broken: ({ opensAt, closesAt }) => at('/closesAt', closesAt > opensAt),
    text: { en: 'the period ends before it begins', zh: '时段结束不晚于开始' },
    hint: {
      en: 'Split what passes midnight into two periods, the first until 24:00.',
      zh: '跨零点的营业时间请拆成两个时段，前一个至 24:00。',
    },
  }),
  membersRule<OutletFiling>({
    schema: 'OutletFiling',
    id: 'DSC-021',
    broken: ({ status, filingNo }) => [
      ...at('', !NUMBERED.includes(status) || filingNo !== undefined),
      ...at('/filingNo', !UNNUMBERED.includes(status) || filingNo === undefined),
    ],
    text: {
      en: 'filing number and status do not stand together',
      zh: '备案号与备案状态不一致',
    },
    hint: {
      en: 'A filing has its number from the moment that it is effective.',
      zh: '备案自生效起才有备案号。',
    },
  }),
  membersRule<InspectionRecord>({
    schema: 'InspectionRecord',
    id: 'DSC-021',
    // a civil date is one of Asia/Shanghai
    broken: ({ inspectedOn, publishedAt }) =>
      at('/publishedAt', isNotBefore(`${inspectedOn}T00:00:00+08:00`, publishedAt)),
    text: { en: 'it is published before the day of the inspection', zh: '公开早于检查日期' },
    hint: { en: 'Check the date and the instant.', zh: '请核对日期与时刻。' },
  }),
];
