import type { Static } from '@sinclair/typebox';
import { defineMessage, Ref, Resource } from '../define/index.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { acceptedOutbound, packedOutbound } from './_examples.ts';
import { OutboundOrder } from './outbound-order.ts';
import { packedPackages } from './packed-packages.ts';
import { OutboundOrderStatus } from './warehouse-codes.ts';

const { outboundNo, warehouseId, orderNo, shipByAt } = OutboundOrder.properties;

/** Without items and consignee: who sent the order has them. */
export const OutboundStatus = Resource(
  'OutboundStatus',
  { en: 'Progress of an outbound order', zh: '出库单进展' },
  { en: 'How far an outbound order is, and its packages.', zh: '出库单的进展及其包裹。' },
  {
    outboundNo,
    warehouseId,
    orderNo,
    status: Ref(OutboundOrderStatus),
    packages: packedPackages,
    shipByAt,
    ...storedMembers,
  },
);
export type OutboundStatus = Static<typeof OutboundStatus>;

export const outboundStatus = defineMessage({
  schema: OutboundStatus,
  requirements: [],
  examples: {
    valid: { 'just accepted': acceptedOutbound, 'packed and weighed': packedOutbound },
    invalid: {
      'an unknown status': {
        value: { ...acceptedOutbound, status: 'SHIPPED' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'packed without a weight': {
        value: { ...acceptedOutbound, status: 'PACKED' },
        breaks: { pointer: '/packages/0', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'consigned without a number': {
        value: {
          ...packedOutbound,
          status: 'CONSIGNED',
          packages: packedOutbound.packages.map(({ waybillNo: _, ...unnumbered }) => unnumbered),
        },
        breaks: { pointer: '/packages/0', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'the consignee comes back': {
        value: { ...acceptedOutbound, consignee: { consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4' } },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
