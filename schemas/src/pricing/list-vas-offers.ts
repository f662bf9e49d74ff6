import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf } from '../define/index.ts';
import { insuranceOffer } from './_examples.ts';
import { VasOffer } from './vas-offer.ts';

/** Offers of the courier that is asked. */
export const VasOfferPage = pageOf(VasOffer, { en: 'offers of services', zh: '增值服务报价' });
export type VasOfferPage = Static<typeof VasOfferPage>;

export const listVasOffers = defineOperation({
  name: 'list-vas-offers',
  since: '1.0',
  title: { en: 'List offers of services', zh: '增值服务报价列表' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/vas-offers',
  answer: { status: 200, body: VasOfferPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'insurance alone': { items: [insuranceOffer] }, 'none at all': { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is a code': {
          value: { items: ['INSURE'] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
