import { type Call, callerOf } from './call.ts';
import { Refusal } from './refusal.ts';

/** A resource that the path names, if it is the caller's: unknown and not yours are one answer. */
export const ownResource = async <T>(call: Call, collection: string, id: string): Promise<T> => {
  const row = await call.unit.row(collection, id);
  if (row === undefined || row.owner !== callerOf(call).partyId) throw new Refusal('NOT_FOUND');
  return row.body as T;
};
