import type {
  InsuranceCover,
  InsuranceCoverEntry,
  PassApplication,
  PassPermit,
  Vehicle,
  VehicleRegistration,
  VehicleTag,
} from '@openwaybill/schemas';
import { at, membersRule } from '../rules/members-rule.ts';

const WITHOUT_EMISSIONS: readonly string[] = ['BEV', 'FCEV', 'RAIL_ELECTRIC', 'HUMAN'];

const zeroRule = (schema: string) =>
  membersRule<Vehicle | VehicleRegistration>({
    schema,
    id: 'VEH-006',
    broken: ({ emissionStandard, energy }) =>
      at('/energy', emissionStandard !== 'ZERO' || WITHOUT_EMISSIONS.includes(energy)),
    requirement: 'VEH-006',
    text: {
      en: 'a vehicle without emissions has an energy that emits',
      zh: '零排放车辆的能源类型存在排放',
    },
    hint: {
      en: 'ZERO goes with BEV, FCEV, RAIL_ELECTRIC or HUMAN.',
      zh: 'ZERO 仅适用于 BEV、FCEV、RAIL_ELECTRIC 或 HUMAN。',
    },
  });

const validityRule = (schema: string, id: 'DSC-021' | 'DSC-022' | 'DSC-023') =>
  membersRule<InsuranceCover | InsuranceCoverEntry | VehicleTag>({
    schema,
    id,
    broken: ({ validFromOn, validToOn }) => at('/validToOn', validToOn >= validFromOn),
    text: { en: 'it ends before it begins', zh: '失效早于生效' },
    hint: { en: 'Swap the two dates.', zh: '请对调两个日期。' },
  });

const passRules = (schema: string, id: 'DSC-021' | 'DSC-023') => [
  membersRule<PassApplication | PassPermit>({
    schema,
    id,
    part: 'place',
    broken: ({ zones, routeText }) => at('', zones !== undefined || routeText !== undefined),
    text: { en: 'a pass says nowhere to drive', zh: '通行许可未指明区域或路线' },
    hint: { en: 'Add zones or routeText.', zh: '请补充 zones 或 routeText。' },
  }),
  membersRule<PassApplication | PassPermit>({
    schema,
    id,
    part: 'period',
    broken: ({ fromOn, toOn }) => at('/toOn', toOn >= fromOn),
    text: { en: 'a pass ends before it begins', zh: '通行期结束早于开始' },
    hint: { en: 'Swap the two dates.', zh: '请对调两个日期。' },
  }),
];

/** What vehicles, covers and passes say across their members. */
export const vehicleRules = [
  zeroRule('Vehicle'),
  zeroRule('VehicleRegistration'),
  validityRule('InsuranceCover', 'DSC-021'),
  validityRule('InsuranceCoverEntry', 'DSC-023'),
  validityRule('VehicleTag', 'DSC-022'),
  ...passRules('PassApplication', 'DSC-023'),
  ...passRules('PassPermit', 'DSC-021'),
];
