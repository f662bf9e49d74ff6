import { observe } from '../../engine/lifecycle.ts';
import { isInHand } from '../../parcels/fold-parcel.ts';
import { changeResource, collectionNamed, findResource } from '../../resources/change.ts';
import type { Follower } from '../../resources/hooks.ts';
import { rmaNoOf } from './return-waybill.ts';

const FACTS: Readonly<Record<string, string>> = {
  PICKUP_ASSIGNED: 'PICKUP_SCHEDULED',
  DROPPED_OFF: 'DROPPED_OFF',
};

/** A return goes on by its table as the parcel of its waybill does. */
export const followReturnParcel: Follower = async (system, unit, now, parcel, eventCode) => {
  const rmaNo = await rmaNoOf(unit, parcel.waybillNo);
  if (rmaNo === undefined) return;
  const collection = collectionNamed(system, 'returns');
  const named = FACTS[eventCode ?? ''];
  const facts = [
    ...(named === undefined ? [] : [named]),
    ...(isInHand(parcel.status) ? ['RETURN_PICKED_UP'] : []),
    ...(parcel.status === 'DELIVERED' ? ['RETURN_DELIVERED'] : []),
  ];
  for (const on of facts) {
    const found = await findResource(unit, collection, parcel.owner, rmaNo);
    if (found === undefined) return;
    const before = found.resource;
    const status = observe(system.lifecycle('return'), before.status, on);
    if (status !== undefined)
      await changeResource(
        { system, unit, now, owner: parcel.owner, on, path: {}, body: {} },
        collection,
        { ...before, status },
        before,
      );
  }
};
