import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, privacy, Ref } from '../define/index.ts';
import { RegionCode } from '../vocabulary/region-code.ts';
import { parkingOffer } from './_examples.ts';
import { ParkingOffer } from './parking-offer.ts';

export const ParkingOfferPage = pageOf(ParkingOffer, { en: 'parking offers', zh: '停车供给' });
export type ParkingOfferPage = Static<typeof ParkingOfferPage>;

export const listParkingOffers = defineOperation({
  name: 'list-parking-offers',
  since: '1.0',
  title: { en: 'List parking offers', zh: '列出停车供给' },
  servedBy: ['regulator', 'hub'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/parking-offers',
  query: { regionCode: Ref(RegionCode, privacy('public', 'code')) },
  answer: { status: 200, body: ParkingOfferPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'one offer': { items: [parkingOffer] }, none: { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'a total': {
          value: { items: [], total: 0 },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
      },
    },
  },
});
