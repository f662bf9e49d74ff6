import type { OrderSubmission, ReturnAuthorisation } from '@openwaybill/schemas';
import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';

const HOUR = 3_600_000;

export type Delivered = { readonly waybillNo: string; readonly order: OrderSubmission };

/** A parcel that a courier has delivered, by its scanners. */
export const delivered = async (stage: Stage): Promise<Delivered | undefined> => {
  if (!stage.offers('SCANS')) return undefined;
  const waybill = await stage.prepare('waybill', { status: 'FINALISED' });
  return 'blocked' in waybill ? undefined : waybill;
};

/** Asks so many of every line of a delivered parcel back; all of them where no number is said. */
export const returnOf = async (
  stage: Stage,
  { waybillNo, order }: Delivered,
  count?: number,
): Promise<ReturnAuthorisation> => {
  const { dropOffPointId: _, ...example } = exampleBody('authoriseReturn');
  const now = await stage.now();
  const { contactMasked, addressMasked } = order.consignee;
  return {
    ...example,
    rmaNo: stage.invent.orderNo(),
    originalWaybillNo: waybillNo,
    carrierCode: TEST_CARRIER,
    items: (order.packages[0]?.items ?? []).map((item) => ({
      ...item,
      quantity: { ...item.quantity, value: count ?? item.quantity.value },
    })),
    pickupWindow: {
      fromAt: new Date(now + 24 * HOUR).toISOString(),
      toAt: new Date(now + 28 * HOUR).toISOString(),
    },
    consignorRef: stage.invent.consigneeRef(),
    contactMasked,
    addressMasked,
    destination: order.shipper,
  };
};

/** A return of a parcel that was delivered for it. */
export const returnBody = async (stage: Stage): Promise<ReturnAuthorisation | undefined> => {
  const parcel = await delivered(stage);
  return parcel === undefined ? undefined : returnOf(stage, parcel);
};
