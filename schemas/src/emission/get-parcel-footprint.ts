import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, ListOf, Part, Ref, words } from '../define/index.ts';
import { Co2eGrams } from '../vocabulary/co2e-grams.ts';
import { EnergyWattHours } from '../vocabulary/energy-watt-hours.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

/** The shares of one parcel in the legs that carried it, as far as they are worked out. */
export const ParcelFootprint = Closed(
  'ParcelFootprint',
  { en: 'Footprint of a parcel', zh: '包裹碳足迹' },
  {
    en: 'Share of a parcel in energy and emission of its legs: by grams times metres, remainders to the largest, then by waybillNo, so that the shares of a leg add up to it exactly.',
    zh: '包裹在各航段能耗与排放中的份额：按克乘米分摊，余数按最大余额法、再按运单号分配，使各份额之和恰等于航段总量。',
  },
  {
    waybillNo: Ref(WaybillNo),
    legs: ListOf(
      Part({
        legId: Ref(
          Uuid,
          words({ en: 'Leg id', zh: '航段标识' }, { en: 'Names the leg.', zh: '标识该航段。' }),
        ),
        co2eGrams: Ref(Co2eGrams),
        energyWattHours: Ref(EnergyWattHours),
      }),
      0,
      200,
      words(
        { en: 'Legs', zh: '航段' },
        { en: 'In the order of departure.', zh: '按出发先后排列。' },
      ),
    ),
    totalCo2eGrams: Ref(
      Co2eGrams,
      words(
        { en: 'Total', zh: '合计' },
        { en: 'Sum over the legs, in grams.', zh: '各航段之和，单位为克。' },
      ),
    ),
  },
);
export type ParcelFootprint = Static<typeof ParcelFootprint>;

const twoLegs: ParcelFootprint = {
  waybillNo: 'ZZ010000000016',
  legs: [
    {
      legId: '019398a0-0000-7000-8000-0000000000a1',
      co2eGrams: 37_750,
      energyWattHours: 72_000,
    },
    {
      legId: '019398a0-0000-7000-8000-0000000000a3',
      co2eGrams: 210,
      energyWattHours: 340,
    },
  ],
  totalCo2eGrams: 37_960,
};

export const getParcelFootprint = defineOperation({
  name: 'get-parcel-footprint',
  since: '1.0',
  title: { en: 'Read the footprint of a parcel', zh: '查询包裹碳足迹' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/parcels/{carrierCode}/{waybillNo}/footprint',
  answer: { status: 200, body: ParcelFootprint },
  problems: ['NOT_FOUND'],
  requirements: [
    {
      id: 'EMI-001',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: "Shares of parcels sum exactly to the leg's `co2eGrams`.",
        zh: '包裹分摊之和等于航段总量。',
      },
      wire: 'footprints of a leg',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: {
        'two legs': twoLegs,
        'not on the way yet': { waybillNo: twoLegs.waybillNo, legs: [], totalCo2eGrams: 0 },
      },
      invalid: {
        'a total that is no sum': {
          value: { ...twoLegs, totalCo2eGrams: 37_961 },
          breaks: { pointer: '/totalCo2eGrams', rule: 'DSC-021', requirement: 'DSC-021' },
        },
        'no total': {
          value: { waybillNo: twoLegs.waybillNo, legs: [] },
          breaks: { pointer: '', rule: 'required' },
        },
      },
    },
  },
});
