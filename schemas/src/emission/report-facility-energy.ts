import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { FacilityEnergy, facilityMembers } from './facility-energy.ts';

export const FacilityEnergyReport = Closed(
  'FacilityEnergyReport',
  { en: 'Report of the energy of a facility', zh: '场所能耗上报' },
  {
    en: 'What a warehouse or a centre used in a period.',
    zh: '上报仓库或处理中心的期间能耗。',
  },
  facilityMembers,
);
export type FacilityEnergyReport = Static<typeof FacilityEnergyReport>;

const october: FacilityEnergyReport = {
  facilityId: 'DLC-H1',
  period: { fromOn: '2026-10-01', toOn: '2026-10-31' },
  electricityWattHours: 182_400_000,
  heatWattHours: 12_000_000,
  waterLitres: 96_000,
  parcelCount: 1_204_331,
};

export const reportFacilityEnergy = defineOperation({
  name: 'report-facility-energy',
  since: '1.0',
  title: { en: 'Report the energy of a facility', zh: '上报场所能耗' },
  servedBy: ['regulator', 'hub'],
  calledBy: ['courier', 'warehouse'],
  method: 'POST',
  path: '/v1/facility-energies',
  request: FacilityEnergyReport,
  answer: { status: 201, body: FacilityEnergy },
  problems: ['RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: { 'October at a hub': october },
      invalid: {
        'heat below zero': {
          value: { ...october, heatWattHours: -1 },
          breaks: { pointer: '/heatWattHours', rule: 'minimum' },
        },
        'a facility without a name': {
          value: { ...october, facilityId: '' },
          breaks: { pointer: '/facilityId', rule: 'minLength' },
        },
      },
    },
  },
});
