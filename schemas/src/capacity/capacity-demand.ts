import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { ServiceProduct } from '../vocabulary/service-product-codes.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { DEMAND_ID, stored, wanted } from './_examples.ts';
import { capacityDemandId, capacityTerms } from './capacity-terms.ts';

/** What a demand says beyond an offer. */
export const demandTerms = {
  ...capacityTerms,
  deadlineAt: Ref(
    Instant,
    words(
      { en: 'Deadline', zh: '截止时刻' },
      { en: 'Later than this a proposal is of no use.', zh: '此后的提议不再有用。' },
    ),
  ),
  product: Optional(Ref(ServiceProduct)),
};

export const CapacityDemand = Resource(
  'CapacityDemand',
  { en: 'Demand for capacity', zh: '运力需求' },
  { en: 'What a party lacks. A lane or an area.', zh: '一方缺少的运力；线路或区域之一。' },
  { demandId: capacityDemandId, ...demandTerms, ...storedMembers },
);
export type CapacityDemand = Static<typeof CapacityDemand>;

const { updateMode: _, ...terms } = wanted;
const demand: CapacityDemand = { demandId: DEMAND_ID, ...terms, ...stored };
const { deadlineAt: __, ...whenever } = demand;
const { lane, ...nowhere } = demand;

export const capacityDemandMessage = defineMessage({
  schema: CapacityDemand,
  requirements: [],
  examples: {
    valid: { 'three hundred parcels': demand },
    invalid: {
      'the deadline is missing': { value: whenever, breaks: { pointer: '', rule: 'required' } },
      'neither lane nor area': {
        value: nowhere,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a deadline without an offset': {
        value: { ...demand, deadlineAt: '2026-11-25T12:00:00' },
        breaks: { pointer: '/deadlineAt', rule: 'format' },
      },
    },
  },
});
