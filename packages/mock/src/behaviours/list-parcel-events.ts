import type { Behaviour } from '../engine/call.ts';
import { cursorAfter, pageLimit, placeOf } from '../engine/page.ts';
import { parcelNamed } from '../parcels/parcel-named.ts';
import { showEvents } from '../parcels/show-parcel.ts';
import { isRelay } from '../relay/carrier.ts';
import { relayedNamed, showRelayedEvents } from '../relay/relayed-parcel.ts';

/** In the order of the fold; a cursor names the event after which it goes on. */
export const listParcelEvents: Behaviour = async (call) => {
  const events = isRelay(call.system)
    ? showRelayedEvents(await relayedNamed(call))
    : showEvents(await parcelNamed(call));
  const after = placeOf(call);
  const from = events.findIndex(({ eventId }) => eventId === after?.id) + 1;
  const items = events.slice(from, from + pageLimit(call));
  const last = items.at(-1);
  const hasMore = last !== undefined && from + items.length < events.length;
  return {
    status: 200,
    body: {
      items,
      ...(hasMore
        ? { nextCursor: cursorAfter({ createdAt: '', id: last.eventId }, call.now) }
        : {}),
    },
  };
};
