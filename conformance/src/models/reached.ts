import { physicalRoute } from '../drive/physical-route.ts';
import { scan } from '../drive/scan.ts';
import type { Stage } from '../drive/stage.ts';
import { TEST_CARRIER } from '../drive/test-carrier.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Subject } from './walk.ts';

const MINUTE = 60_000;

/** Why something is taken back. */
export const reason = { reason: 'BUYER_CANCELLED' };

/** An order, as it is now. */
export const orderSubject = async (stage: Stage, orderNo: string): Promise<Subject> => {
  const read = await stage.call('getOrder', { path: { orderNo } });
  return { path: { orderNo }, revision: answerOf(read)?.revision };
};

/** A waybill, as it is now. */
export const waybillSubject = async (stage: Stage, waybillNo: string): Promise<Subject> => {
  const read = await stage.call('getWaybill', { path: { waybillNo } });
  return { path: { waybillNo }, revision: answerOf(read)?.revision };
};

/** Scans of a parcel, one after the other; whether all were taken. */
export const scanned = async (
  stage: Stage,
  waybillNo: string,
  codes: readonly string[],
): Promise<boolean> => {
  for (const code of codes) if (!isAccepted(await scan(stage, waybillNo, code))) return false;
  await stage.settle();
  return true;
};

/** The scan that ended a parcel turns out not to have happened. */
export const takenBack = async (stage: Stage, waybillNo: string): Promise<void> => {
  const path = { carrierCode: TEST_CARRIER, waybillNo };
  const read = await stage.call('listParcelEvents', { path, query: { limit: '200' } });
  const events: readonly { readonly eventId: string; readonly eventCode: string }[] =
    answerOf(read)?.items ?? [];
  const last = events.findLast(({ eventCode }) => ENDING.includes(eventCode));
  if (last === undefined) return;
  await scan(stage, waybillNo, last.eventCode, {
    // it is said after what it corrects, even where the clock stands still
    recordedAt: new Date((await stage.now()) + MINUTE).toISOString(),
    correctsEventId: last.eventId,
    correctionReason: 'DID_NOT_OCCUR',
  });
  await stage.settle();
};

/** The scans that end a parcel at its consignee, and those that bring it back. */
export const ENDS = {
  delivered: [...physicalRoute],
  returned: ['PICKED_UP', 'OUT_FOR_DELIVERY', 'REFUSED', 'RETURN_STARTED', 'RETURN_DELIVERED'],
} as const;

const ENDING: readonly string[] = [ENDS.delivered, ENDS.returned].flatMap((codes) =>
  codes.slice(-1),
);
