import type { Static } from '@sinclair/typebox';
import { defineMessage, idOf, Optional, Part, Ref, words } from '../define/index.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { OrderNo } from '../vocabulary/order-no.ts';

/** Exactly one of its members. The last digits of a phone are on the label and are therefore no proof. */
export const ParcelProof = Part(
  { consigneeRef: Optional(Ref(ConsigneeRef)), orderNo: Optional(Ref(OrderNo)) },
  {
    $id: idOf('ParcelProof'),
    minProperties: 1,
    maxProperties: 1,
    ...words(
      { en: 'Proof of a relation to a parcel', zh: '包裹关系凭据' },
      {
        en: 'Exactly one of consigneeRef and orderNo. Digits of a phone are no proof, in no operation.',
        zh: '收件人引用与订单号恰取其一。电话号码的任何数字在任何操作中均不作为凭据。',
      },
    ),
  },
);
export type ParcelProof = Static<typeof ParcelProof>;

/** The proof, with its examples. */
export const parcelProofMessage = defineMessage({
  schema: ParcelProof,
  requirements: [],
  examples: {
    valid: {
      'reference of the consignee': { consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4' },
      'number of the order': { orderNo: 'PO20261122001' },
    },
    invalid: {
      'proof of nothing': { value: {}, breaks: { pointer: '', rule: 'minProperties' } },
      'digits of a phone': {
        value: { phoneTail: '0001' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
