import { type Behaviour, callerOf } from '../engine/call.ts';
import { pageAnswer } from '../engine/page.ts';
import type { Row } from '../store/store.ts';
import type { StoredWaybill } from '../waybills/stored-waybill.ts';

const waybillIn = (row: Row) => (row.body as StoredWaybill).waybill;

export const listWaybills: Behaviour = (call) => {
  const owner = callerOf(call).partyId;
  const { orderNo, packageId } = call.query;
  return pageAnswer(
    call,
    {
      collection: 'waybill',
      owner,
      ...(orderNo === undefined ? {} : { parent: `${owner}/${orderNo}` }),
    },
    waybillIn,
    (row) => packageId === undefined || waybillIn(row).packageId === packageId,
  );
};
