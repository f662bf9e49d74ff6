import type { Return } from '@openwaybill/schemas';
import type { Happening, Hooks, Resource } from '../../resources/hooks.ts';
import { findWaybill } from '../../waybills/stored-waybill.ts';
import { cancel } from '../../waybills/void.ts';
import { demandReturnable } from './demand-returnable.ts';
import {
  demandRefund,
  INSPECTION,
  isRefundAgreed,
  tellOfRefund,
  watchRefund,
  withdrawRefunded,
} from './refund.ts';
import { issueReturnWaybill } from './return-waybill.ts';

const isCourier = ({ system }: Happening): boolean => system.options.role === 'courier';

/** A number that was never used goes with the return. */
const voidWaybill = async ({ system, unit, now }: Happening, next: Return): Promise<void> => {
  const stored =
    next.returnWaybillNo === undefined ? undefined : await findWaybill(unit, next.returnWaybillNo);
  if (stored !== undefined) await cancel(system, unit, now, stored);
};

/** What a return is at a courier, and what it is at a platform. */
export const returnHooks: Hooks = {
  isShared: false,
  beside: (_, rmaNo) => [[INSPECTION, rmaNo]],
  guards: async (happening, before) => {
    if (happening.on === 'authorise-return') await demandReturnable(happening);
    return {
      DELIVERED_ITEMS_LEFT: true,
      REFUND_AGREED: before !== undefined && (await isRefundAgreed(happening, before as Return)),
    };
  },
  draft: async (happening, next, before): Promise<Resource> => {
    if (!isCourier(happening)) {
      if (next.status === 'REFUNDED') await demandRefund(happening, next as Return);
      return next;
    }
    // the reason of a cancellation is not the reason of the return
    if (happening.on === 'cancel-return') return { ...next, reason: before?.reason };
    return before === undefined
      ? { ...next, returnWaybillNo: await issueReturnWaybill(happening, next as Return) }
      : next;
  },
  changed: async (happening, next, before) => {
    const changed = next as Return;
    if (isCourier(happening)) {
      if (changed.status === 'CANCELLED') await voidWaybill(happening, changed);
      return;
    }
    if (changed.status === before?.status) return;
    if (changed.status === 'REFUNDED') {
      await tellOfRefund(happening, changed);
      await withdrawRefunded(happening, changed);
    } else await watchRefund(happening, changed);
  },
};
