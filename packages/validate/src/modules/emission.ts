import type {
  FleetEnergyReport,
  FleetEnergyShare,
  MultimodalPlan,
  MultimodalPlanSubmission,
  ParcelFootprint,
  TransportLeg,
  TransportLegReport,
} from '@openwaybill/schemas';
import { newEnergyPerMilleOf } from '../generated/facts.mjs';
import { at, isNotBefore, membersRule } from '../rules/members-rule.ts';

/** Of an answer, of a request. */
type Condition = 'DSC-021' | 'DSC-023';

const repeatsOf = (values: readonly string[]): readonly number[] => {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
};

const legRules = (schema: string, id: Condition) => [
  membersRule<TransportLeg | TransportLegReport>({
    schema,
    id: 'EMI-003',
    broken: ({ emptyMetres, distanceMetres }) => at('/emptyMetres', emptyMetres <= distanceMetres),
    requirement: 'EMI-003',
    text: { en: 'the empty run is longer than the leg', zh: '空驶里程超过总里程' },
    hint: { en: 'distanceMetres has the empty ones too.', zh: 'distanceMetres 含空驶里程。' },
  }),
  membersRule<TransportLeg | TransportLegReport>({
    schema,
    id,
    part: 'times',
    broken: ({ departedAt, arrivedAt }) => at('/arrivedAt', isNotBefore(departedAt, arrivedAt)),
    text: { en: 'the leg ends before it begins', zh: '航段结束早于开始' },
    hint: {
      en: 'Swap the two instants, or look at their offsets.',
      zh: '请对调两个时刻，或检查其时区偏移。',
    },
  }),
  membersRule<TransportLeg | TransportLegReport>({
    schema,
    id,
    part: 'parcels',
    broken: ({ parcels }) =>
      repeatsOf(parcels.map(({ waybillNo }) => waybillNo)).map(
        (index) => `/parcels/${index}/waybillNo`,
      ),
    text: { en: 'a parcel is on the leg twice', zh: '同一包裹在航段中出现两次' },
    hint: { en: 'List each parcel once.', zh: '每个包裹只列一次。' },
  }),
];

const fleetRules = (schema: string, id: Condition) => [
  membersRule<FleetEnergyShare | FleetEnergyReport>({
    schema,
    id: 'EMI-004',
    broken: ({ rows, newEnergyPerMille }) =>
      at('/newEnergyPerMille', newEnergyPerMille === newEnergyPerMilleOf(rows)),
    requirement: 'EMI-004',
    text: { en: 'the share does not follow from the rows', zh: '占比与明细不符' },
    hint: {
      en: 'Vehicles of BEV, PHEV and FCEV times 1000, divided by all, rounded down.',
      zh: '纯电、插混与氢燃料车辆数乘以 1000 除以总数，向下取整。',
    },
  }),
  membersRule<FleetEnergyShare | FleetEnergyReport>({
    schema,
    id,
    part: 'rows',
    broken: ({ rows }) =>
      repeatsOf(rows.map(({ energy }) => energy)).map((index) => `/rows/${index}/energy`),
    text: { en: 'an energy has two rows', zh: '同一能源出现两行' },
    hint: { en: 'Add them up in one row.', zh: '请合并为一行。' },
  }),
];

const planRule = (schema: string, id: Condition) =>
  membersRule<MultimodalPlan | MultimodalPlanSubmission>({
    schema,
    id,
    broken: ({ legs }) =>
      legs
        .slice(1)
        .flatMap((leg, before) => [
          ...at(
            `/legs/${before + 1}/fromRegionCode`,
            leg.fromRegionCode === legs[before]?.toRegionCode,
          ),
          ...at(
            `/legs/${before + 1}/plannedDepartureAt`,
            isNotBefore(legs[before]?.plannedDepartureAt, leg.plannedDepartureAt),
          ),
        ]),
    text: { en: 'a leg does not follow on the one before it', zh: '航段与前一航段不衔接' },
    hint: {
      en: 'Each leg begins where the one before it ends, and not before it.',
      zh: '每段起点为前段终点，且出发不早于前段。',
    },
  });

/** What a leg, a fleet, a plan and a footprint say of themselves. */
export const emissionRules = [
  ...legRules('TransportLegReport', 'DSC-023'),
  ...legRules('TransportLeg', 'DSC-021'),
  ...fleetRules('FleetEnergyReport', 'DSC-023'),
  ...fleetRules('FleetEnergyShare', 'DSC-021'),
  planRule('MultimodalPlanSubmission', 'DSC-023'),
  planRule('MultimodalPlan', 'DSC-021'),
  membersRule<ParcelFootprint>({
    schema: 'ParcelFootprint',
    id: 'DSC-021',
    broken: ({ legs, totalCo2eGrams }) =>
      at(
        '/totalCo2eGrams',
        BigInt(totalCo2eGrams) === legs.reduce((sum, leg) => sum + BigInt(leg.co2eGrams), 0n),
      ),
    text: { en: 'the total is not the sum over the legs', zh: '合计与各航段之和不符' },
    hint: { en: 'Add up co2eGrams of the legs.', zh: '请将各航段 co2eGrams 相加。' },
  }),
];
