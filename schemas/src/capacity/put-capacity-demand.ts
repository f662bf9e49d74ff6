import type { Static } from '@sinclair/typebox';
import { defineOperation, Ref, Resource } from '../define/index.ts';
import { shahekou, wanted } from './_examples.ts';
import { UpdateMode } from './capacity-codes.ts';
import { CapacityDemand, demandTerms } from './capacity-demand.ts';

/** As for an offer. */
export const CapacityDemandUpdate = Resource(
  'CapacityDemandUpdate',
  { en: 'Update of a demand', zh: '需求更新' },
  {
    en: 'The demand, with all of its slots or with those that change.',
    zh: '需求内容，含全部时段或仅含变化的时段。',
  },
  { ...demandTerms, updateMode: Ref(UpdateMode) },
);
export type CapacityDemandUpdate = Static<typeof CapacityDemandUpdate>;

export const putCapacityDemand = defineOperation({
  name: 'put-capacity-demand',
  since: '1.0',
  title: { en: 'Ask for capacity', zh: '发布运力需求' },
  servedBy: ['hub'],
  calledBy: ['platform', 'merchant', 'courier'],
  method: 'PUT',
  path: '/v1/capacity-demands/{demandId}',
  request: CapacityDemandUpdate,
  answer: { status: 200, also: [201], body: CapacityDemand },
  problems: ['NOT_FOUND', 'RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: { 'three hundred parcels': wanted },
      invalid: {
        'a mode of no list': {
          value: { ...wanted, updateMode: 'DELTA' },
          breaks: { pointer: '/updateMode', rule: 'enum' },
        },
        'a lane and an area': {
          value: { ...wanted, area: [shahekou] },
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
  },
});
