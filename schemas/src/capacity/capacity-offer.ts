import type { Static } from '@sinclair/typebox';
import { defineMessage, Resource } from '../define/index.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { homeRun, OFFER_ID, shahekou, slot, stored } from './_examples.ts';
import { capacityOfferId, capacityTerms } from './capacity-terms.ts';

export const CapacityOffer = Resource(
  'CapacityOffer',
  { en: 'Offer of capacity', zh: '运力供给' },
  {
    en: 'What a party can spare. A lane or an area.',
    zh: '一方可提供的富余运力；线路或区域之一。',
  },
  { offerId: capacityOfferId, ...capacityTerms, ...storedMembers },
);
export type CapacityOffer = Static<typeof CapacityOffer>;

const { updateMode: _, ...terms } = homeRun;
const offer: CapacityOffer = { offerId: OFFER_ID, ...terms, ...stored };
const { lane, ...nowhere } = offer;
const { slots: __, ...never } = offer;

export const capacityOfferMessage = defineMessage({
  schema: CapacityOffer,
  requirements: [
    {
      id: 'CAP-006',
      level: 'MUST NOT',
      roles: 'any',
      position: 'server',
      tier: 'W',
      clause: 'SC-13',
      text: {
        en: 'Capacity messages hold personal data or addresses below district.',
        zh: '运力消息不得含个人信息或区县以下地址。',
      },
      wire: 'scan',
      when: { offers: 'putCapacityOffer' },
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a truck on its way home': offer,
      'cells of two districts': {
        ...nowhere,
        resource: 'LOCKER_CELLS',
        area: [shahekou, { ...shahekou, regionCode: '210203' }],
        slots: [{ ...slot, unit: 'CELL' }],
      },
    },
    invalid: {
      'slots are missing': { value: never, breaks: { pointer: '', rule: 'required' } },
      'neither lane nor area': {
        value: nowhere,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a lane and an area': {
        value: { ...offer, area: [shahekou] },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'one slot twice': {
        value: { ...offer, slots: [slot, { ...slot, quantity: 1 }] },
        breaks: { pointer: '/slots/1', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'an area as small as a street': {
        value: { ...nowhere, area: [{ ...shahekou, townCode: '210204001' }] },
        breaks: { pointer: '/area/0/townCode', rule: 'CAP-006', requirement: 'CAP-006' },
      },
    },
  },
});
