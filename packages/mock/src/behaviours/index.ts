import type { Behaviour } from '../engine/call.ts';
import { allocateWaybillNumbers } from './allocate-waybill-numbers.ts';
import { cancelOrder } from './cancel-order.ts';
import { cancelWaybill } from './cancel-waybill.ts';
import { checkServiceability } from './check-serviceability.ts';
import { confirmPrint } from './confirm-print.ts';
import { createTrackingSubscription } from './create-tracking-subscription.ts';
import { createWaybill } from './create-waybill.ts';
import { createWaybillBatch } from './create-waybill-batch.ts';
import { deleteTrackingSubscription } from './delete-tracking-subscription.ts';
import { getIntercept } from './get-intercept.ts';
import { getOrder } from './get-order.ts';
import { getParcel } from './get-parcel.ts';
import { getProofOfDelivery } from './get-proof-of-delivery.ts';
import { getTrackingSubscription } from './get-tracking-subscription.ts';
import { getWaybill } from './get-waybill.ts';
import { getWaybillBalance } from './get-waybill-balance.ts';
import { getWaybillLabel } from './get-waybill-label.ts';
import { interceptWaybill } from './intercept-waybill.ts';
import { listOrders } from './list-orders.ts';
import { listParcelEvents } from './list-parcel-events.ts';
import { listWaybills } from './list-waybills.ts';
import { queryParcels } from './query-parcels.ts';
import { submitOrder } from './submit-order.ts';
import { submitOrderBatch } from './submit-order-batch.ts';
import { updateOrder } from './update-order.ts';
import { updateWaybill } from './update-waybill.ts';

export type BehaviourTable = Readonly<Record<string, Behaviour>>;

/** One behaviour an operation, under its name: one line a file. */
export const behaviours: BehaviourTable = {
  'allocate-waybill-numbers': allocateWaybillNumbers,
  'cancel-order': cancelOrder,
  'cancel-waybill': cancelWaybill,
  'check-serviceability': checkServiceability,
  'confirm-print': confirmPrint,
  'create-tracking-subscription': createTrackingSubscription,
  'create-waybill': createWaybill,
  'create-waybill-batch': createWaybillBatch,
  'delete-tracking-subscription': deleteTrackingSubscription,
  'get-intercept': getIntercept,
  'get-order': getOrder,
  'get-parcel': getParcel,
  'get-proof-of-delivery': getProofOfDelivery,
  'get-tracking-subscription': getTrackingSubscription,
  'get-waybill': getWaybill,
  'get-waybill-balance': getWaybillBalance,
  'get-waybill-label': getWaybillLabel,
  'intercept-waybill': interceptWaybill,
  'list-orders': listOrders,
  'list-parcel-events': listParcelEvents,
  'list-waybills': listWaybills,
  'query-parcels': queryParcels,
  'submit-order': submitOrder,
  'submit-order-batch': submitOrderBatch,
  'update-order': updateOrder,
  'update-waybill': updateWaybill,
};
