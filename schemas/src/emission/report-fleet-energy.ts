import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { FleetEnergyShare, fleetMembers } from './fleet-energy-share.ts';

export const FleetEnergyReport = Closed(
  'FleetEnergyReport',
  { en: 'Report of the energy of a fleet', zh: '车队能源结构上报' },
  {
    en: 'What moves the vehicles of a courier in a region.',
    zh: '上报某区域的车辆能源结构。',
  },
  fleetMembers,
);
export type FleetEnergyReport = Static<typeof FleetEnergyReport>;

const november: FleetEnergyReport = {
  period: { fromOn: '2026-11-01', toOn: '2026-11-30' },
  regionCode: '210200',
  regionCodeVersion: 'NBS-2023',
  rows: [
    { energy: 'BEV', vehicleCount: 412 },
    { energy: 'DIESEL', vehicleCount: 205 },
  ],
  newEnergyPerMille: 667,
};
const { regionCodeVersion: _, ...withoutVersion } = november;
const [electric] = november.rows;

export const reportFleetEnergy = defineOperation({
  name: 'report-fleet-energy',
  since: '1.0',
  title: { en: 'Report the energy of a fleet', zh: '上报车队能源结构' },
  servedBy: ['regulator', 'hub'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/fleet-energy-shares',
  request: FleetEnergyReport,
  answer: { status: 201, body: FleetEnergyShare },
  problems: ['RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'November in Dalian': november,
        'no vehicle yet': {
          ...november,
          rows: [{ energy: 'BEV', vehicleCount: 0 }],
          newEnergyPerMille: 0,
        },
      },
      invalid: {
        'a share that the rows do not have': {
          value: { ...november, newEnergyPerMille: 1000 },
          breaks: { pointer: '/newEnergyPerMille', rule: 'EMI-004', requirement: 'EMI-004' },
        },
        'an energy twice': {
          value: { ...november, rows: [electric, electric], newEnergyPerMille: 1000 },
          breaks: { pointer: '/rows/1/energy', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'a region of no table': {
          value: withoutVersion,
          breaks: { pointer: '', rule: 'required' },
        },
      },
    },
  },
});
