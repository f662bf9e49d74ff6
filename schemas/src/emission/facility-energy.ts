import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, privacy, Ref, Resource, Whole, words } from '../define/index.ts';
import { DatePeriod } from '../vocabulary/date-period.ts';
import { EnergyWattHours } from '../vocabulary/energy-watt-hours.ts';
import { FacilityId } from '../vocabulary/facility-id.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';

/** What a warehouse or centre used: the same in the report and in what is stored. */
export const facilityMembers = {
  facilityId: Ref(FacilityId),
  period: Ref(DatePeriod),
  electricityWattHours: Ref(
    EnergyWattHours,
    words(
      { en: 'Electricity', zh: '用电量' },
      { en: 'Used in the period, in watt-hours.', zh: '期间用电量，单位为瓦时。' },
    ),
  ),
  heatWattHours: Optional(
    Ref(
      EnergyWattHours,
      words(
        { en: 'Heat', zh: '用热量' },
        { en: 'Bought in the period, in watt-hours.', zh: '期间外购热量，单位为瓦时。' },
      ),
    ),
  ),
  waterLitres: Optional(
    Whole(
      0,
      Number.MAX_SAFE_INTEGER,
      { en: 'Water', zh: '用水量' },
      { en: 'Used in the period, in litres.', zh: '期间用水量，单位为升。' },
      { 'x-unit': 'L', ...privacy('business', 'measure') },
    ),
  ),
  parcelCount: Whole(
    0,
    1_000_000_000_000,
    { en: 'Parcels', zh: '包裹数' },
    { en: 'Handled in the period.', zh: '期间处理的包裹数。' },
  ),
};

/** Energy management asks for use a parcel: hence the count. */
export const FacilityEnergy = Resource(
  'FacilityEnergy',
  { en: 'Energy of a facility', zh: '场所能耗' },
  {
    en: 'What a warehouse or a centre used in a period, and for how many parcels.',
    zh: '仓库或处理中心期间的能耗与处理量。',
  },
  {
    facilityEnergyId: Ref(
      Uuid,
      words(
        { en: 'Report id', zh: '报告标识' },
        { en: 'Made by who stores it.', zh: '由存储方生成。' },
      ),
    ),
    ...facilityMembers,
    ...storedMembers,
  },
);
export type FacilityEnergy = Static<typeof FacilityEnergy>;

const october: FacilityEnergy = {
  facilityEnergyId: '019398a0-0000-7000-8000-000000000081',
  facilityId: 'DLC-H1',
  period: { fromOn: '2026-10-01', toOn: '2026-10-31' },
  electricityWattHours: 182_400_000,
  waterLitres: 96_000,
  parcelCount: 1_204_331,
  revision: 1,
  createdAt: '2026-11-02T09:00:00+08:00',
  updatedAt: '2026-11-02T09:00:00+08:00',
};
const { electricityWattHours: _, ...unmetered } = october;

export const facilityEnergy = defineMessage({
  schema: FacilityEnergy,
  requirements: [],
  examples: {
    valid: { 'October at a hub': october },
    invalid: {
      'no electricity': { value: unmetered, breaks: { pointer: '', rule: 'required' } },
      'an end before the begin': {
        value: { ...october, period: { fromOn: '2026-10-31', toOn: '2026-10-01' } },
        breaks: { pointer: '/period/toOn', rule: 'date-order' },
      },
    },
  },
});
