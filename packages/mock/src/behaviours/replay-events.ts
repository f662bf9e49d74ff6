import { type Behaviour, callerOf } from '../engine/call.ts';
import { cursorAfter, placeOf } from '../engine/page.ts';
import type { StoredEvent } from '../events/outbox.ts';
import { REPLAYED_FOR } from '../events/retention.ts';

const DEFAULT_LIMIT = 50;
const BEGINNING = { createdAt: '', id: '' };

/** Everything that was addressed to the caller, in the order of its sequence, delivered or not. */
export const replayEvents: Behaviour = async (call) => {
  const { unit, query, now } = call;
  const limit = Number(query.limit ?? DEFAULT_LIMIT);
  const place = placeOf(call, REPLAYED_FOR);
  const rows = (
    await unit.list({
      collection: 'event',
      owner: callerOf(call).partyId,
      ...(place === undefined ? {} : { after: place }),
    })
  ).filter(
    (row) =>
      Date.parse(now) - Date.parse(row.updatedAt) <= REPLAYED_FOR &&
      (query.eventType === undefined || (row.body as StoredEvent).type === query.eventType),
  );
  const page = rows.slice(0, limit);
  return {
    status: 200,
    body: {
      events: page.map((row) => row.body),
      nextCursor: cursorAfter(page.at(-1) ?? place ?? BEGINNING, now),
      complete: rows.length <= limit,
    },
  };
};
