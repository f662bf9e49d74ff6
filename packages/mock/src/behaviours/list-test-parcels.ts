import { type Behaviour, callerOf } from '../engine/call.ts';
import { cursorAfter, placeOf } from '../engine/page.ts';
import { parcelsOf } from '../observed/parcels-of.ts';

const DEFAULT_LIMIT = 50;

/** A courier's parcels, or what a platform makes of the events that it was sent: an observer of its fold. */
export const listTestParcels: Behaviour = async (call) => {
  const { system, unit, query, now } = call;
  const limit = Number(query.limit ?? DEFAULT_LIMIT);
  const start = Number(placeOf(call)?.id ?? 0);
  const parcels = (await parcelsOf(system, unit, callerOf(call).partyId, now)).filter(
    ({ parcel }) => query.status === undefined || parcel.status === query.status,
  );
  const end = start + limit;
  return {
    status: 200,
    body: {
      items: parcels.slice(start, end).map(({ parcel }) => parcel),
      ...(parcels.length > end
        ? { nextCursor: cursorAfter({ createdAt: '', id: String(end) }, now) }
        : {}),
    },
  };
};
