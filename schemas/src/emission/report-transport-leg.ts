import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { nightLeg } from './_examples.ts';
import { legMembers, TransportLeg } from './transport-leg.ts';

export const TransportLegReport = Closed(
  'TransportLegReport',
  { en: 'Report of a transport leg', zh: '运输航段上报' },
  {
    en: 'What one leg used, emitted and carried; a newer report replaces it.',
    zh: '单个航段的能耗、排放与所载包裹；可由更新的上报取代。',
  },
  legMembers,
);
export type TransportLegReport = Static<typeof TransportLegReport>;

const { method: _, ...withoutMethod } = nightLeg;
const [parcel] = nightLeg.parcels;

export const reportTransportLeg = defineOperation({
  name: 'report-transport-leg',
  since: '1.0',
  title: { en: 'Report a transport leg', zh: '上报运输航段' },
  description: {
    en: 'The first report of a leg answers 201. A later one answers 200 with what is stored: a higher reportRevision replaces it, any other changes nothing, and the same one with other content is DUPLICATE.',
    zh: '首次上报返回 201；其后返回 200 与已存结果：reportRevision 更高者取而代之，其余不产生变化，相同版本而内容不同者为重复。',
  },
  servedBy: ['hub', 'regulator'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/transport-legs',
  request: TransportLegReport,
  answer: { status: 201, also: [200], body: TransportLeg },
  lifecycle: 'transport-leg',
  problems: ['DUPLICATE', 'STATE_ILLEGAL', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'EMI-005',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A repeated leg with lower or equal revision changes nothing.',
        zh: '旧版本重复上报不得生效。',
      },
      wire: 'repeat',
      when: { offers: 'reportTransportLeg' },
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'a night on the road': nightLeg,
        'an empty run': {
          ...nightLeg,
          legId: '019398a0-0000-7000-8000-0000000000a2',
          payloadGrams: 0,
          loadFactorPercent: 0,
          emptyMetres: 386_000,
          parcels: [],
          vehicleId: '01935b8a-7c00-7a11-8a01-0000000000c1',
        },
      },
      invalid: {
        'no method': {
          value: withoutMethod,
          breaks: { pointer: '', rule: 'required', requirement: 'EMI-002' },
        },
        'a method without its version': {
          value: { ...nightLeg, method: { code: 'GLEC' } },
          breaks: { pointer: '/method', rule: 'required', requirement: 'EMI-002' },
        },
        'emptier than it was long': {
          value: { ...nightLeg, emptyMetres: 386_001 },
          breaks: { pointer: '/emptyMetres', rule: 'EMI-003', requirement: 'EMI-003' },
        },
        'there before it left': {
          value: { ...nightLeg, arrivedAt: '2026-11-22T21:59:59+08:00' },
          breaks: { pointer: '/arrivedAt', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'a parcel twice': {
          value: { ...nightLeg, parcels: [parcel, parcel] },
          breaks: { pointer: '/parcels/1/waybillNo', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'grams with a fraction': {
          value: { ...nightLeg, co2eGrams: 151_001.5 },
          breaks: { pointer: '/co2eGrams', rule: 'type' },
        },
      },
    },
  },
});
