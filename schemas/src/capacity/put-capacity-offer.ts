import type { Static } from '@sinclair/typebox';
import { defineOperation, Ref, Resource } from '../define/index.ts';
import { homeRun, slot } from './_examples.ts';
import { UpdateMode } from './capacity-codes.ts';
import { CapacityOffer } from './capacity-offer.ts';
import { capacityTerms } from './capacity-terms.ts';

/** Everything but the slots is replaced in either mode. */
export const CapacityOfferUpdate = Resource(
  'CapacityOfferUpdate',
  { en: 'Update of an offer', zh: '供给更新' },
  {
    en: 'The offer, with all of its slots or with those that change.',
    zh: '供给内容，含全部时段或仅含变化的时段。',
  },
  { ...capacityTerms, updateMode: Ref(UpdateMode) },
);
export type CapacityOfferUpdate = Static<typeof CapacityOfferUpdate>;

const { updateMode: _, ...withoutMode } = homeRun;
const { lane, ...nowhere } = homeRun;

export const putCapacityOffer = defineOperation({
  name: 'put-capacity-offer',
  since: '1.0',
  title: { en: 'Offer capacity', zh: '发布运力供给' },
  servedBy: ['hub'],
  calledBy: ['courier', 'service-point', 'warehouse', 'locker'],
  method: 'PUT',
  path: '/v1/capacity-offers/{offerId}',
  request: CapacityOfferUpdate,
  answer: { status: 200, also: [201], body: CapacityOffer },
  problems: ['NOT_FOUND', 'RULE_VIOLATION', 'PLAINTEXT_PERSONAL_DATA'],
  requirements: [
    {
      id: 'CAP-002',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A `PARTIAL` update changes only the slots it names; `FULL` replaces all.',
        zh: '增量只改所列时段，全量整体替换。',
      },
      wire: 'update, read',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'a truck on its way home': homeRun,
        'an evening is sold out': {
          ...homeRun,
          slots: [{ ...slot, quantity: 0 }],
          updateMode: 'PARTIAL',
        },
      },
      invalid: {
        'mode is missing': { value: withoutMode, breaks: { pointer: '', rule: 'required' } },
        'neither lane nor area': {
          value: nowhere,
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'money for taking it': {
          value: { ...homeRun, price: { currency: 'CNY', minor: -1 } },
          breaks: { pointer: '/price/minor', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'one slot twice': {
          value: { ...homeRun, slots: [slot, slot] },
          breaks: { pointer: '/slots/1', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'a phone among the constraints': {
          value: { ...homeRun, constraints: '联系 19900000001' },
          breaks: { pointer: '/constraints', rule: 'digit-run' },
        },
      },
    },
  },
});
