import type { Static } from '@sinclair/typebox';
import { defineMessage, ListOf, Part, Ref, Resource, Whole, words } from '../define/index.ts';
import { DatePeriod } from '../vocabulary/date-period.ts';
import { EnergyType } from '../vocabulary/energy-type-codes.ts';
import { RegionCode } from '../vocabulary/region-code.ts';
import { RegionCodeVersion } from '../vocabulary/region-code-version.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';

/** What a courier says of its fleet: the same in the report and in what is stored. */
export const fleetMembers = {
  period: Ref(DatePeriod),
  regionCode: Ref(RegionCode),
  regionCodeVersion: Ref(RegionCodeVersion),
  rows: ListOf(
    Part({
      energy: Ref(EnergyType),
      vehicleCount: Whole(
        0,
        10_000_000,
        { en: 'Vehicles', zh: '车辆数' },
        { en: 'In use at the end of the period.', zh: '期末在用车辆数。' },
      ),
    }),
    1,
    20,
    words({ en: 'Rows', zh: '明细' }, { en: 'One an energy.', zh: '每种能源一行。' }),
  ),
  newEnergyPerMille: Whole(
    0,
    1000,
    { en: 'New energy', zh: '新能源占比' },
    {
      en: 'Of a thousand vehicles of all rows, those of BEV, PHEV and FCEV; rounded down, 0 of no vehicle.',
      zh: '各行车辆中纯电、插混与氢燃料的千分比，向下取整；无车辆时为 0。',
    },
  ),
};

/** Of one region and one period. */
export const FleetEnergyShare = Resource(
  'FleetEnergyShare',
  { en: 'Energy of a fleet', zh: '车队能源结构' },
  {
    en: 'What moves the vehicles of a courier in a region.',
    zh: '快递企业在某区域的车辆能源结构。',
  },
  {
    fleetEnergyShareId: Ref(
      Uuid,
      words(
        { en: 'Report id', zh: '报告标识' },
        { en: 'Made by who stores it.', zh: '由存储方生成。' },
      ),
    ),
    ...fleetMembers,
    ...storedMembers,
  },
);
export type FleetEnergyShare = Static<typeof FleetEnergyShare>;

const november: FleetEnergyShare = {
  fleetEnergyShareId: '019398a0-0000-7000-8000-000000000091',
  period: { fromOn: '2026-11-01', toOn: '2026-11-30' },
  regionCode: '210200',
  regionCodeVersion: 'NBS-2023',
  rows: [
    { energy: 'BEV', vehicleCount: 412 },
    { energy: 'DIESEL', vehicleCount: 205 },
  ],
  newEnergyPerMille: 667,
  revision: 1,
  createdAt: '2026-12-01T09:00:00+08:00',
  updatedAt: '2026-12-01T09:00:00+08:00',
};

export const fleetEnergyShare = defineMessage({
  schema: FleetEnergyShare,
  requirements: [
    {
      id: 'EMI-004',
      level: 'MUST',
      roles: ['courier'],
      position: 'caller',
      tier: 'W',
      text: {
        en: '`newEnergyPerMille` follows from the rows.',
        zh: '新能源占比须由明细推导。',
      },
      wire: 'recompute',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'November in Dalian': november },
    invalid: {
      'rounded up': {
        value: { ...november, newEnergyPerMille: 668 },
        breaks: { pointer: '/newEnergyPerMille', rule: 'EMI-004', requirement: 'EMI-004' },
      },
      'no row': {
        value: { ...november, rows: [] },
        breaks: { pointer: '/rows', rule: 'minItems' },
      },
    },
  },
});
