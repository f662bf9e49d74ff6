import type { Return, ReturnStatusChange } from '@openwaybill/schemas';
import type { System } from '../../engine/system.ts';
import { changeResource, collectionNamed } from '../../resources/change.ts';
import type { Receiver } from '../../resources/hooks.ts';
import type { Unit } from '../../store/unit.ts';

/** A return that this platform has authorised, whichever courier carries it: its number is unique for us. */
export const findOwnReturn = async (
  system: System,
  unit: Unit,
  rmaNo: string,
): Promise<{ readonly owner: string; readonly resource: Return } | undefined> => {
  const { name } = collectionNamed(system, 'returns');
  const row = (await unit.list({ collection: name })).find(
    (one) => (one.body as Return).rmaNo === rmaNo,
  );
  return row === undefined ? undefined : { owner: row.owner, resource: row.body as Return };
};

/** States that a courier tells of, from the first to the last that it knows. */
const TOLD: readonly string[] = [
  'AUTHORISED',
  'PICKUP_SCHEDULED',
  'DROPPED_OFF',
  'IN_TRANSIT',
  'RECEIVED',
  'CANCELLED',
];

/** What a courier tells of a return moves our own copy on, and never back. */
export const hearOfReturn: Receiver = async (system, unit, now, from, data) => {
  if (system.options.role !== 'platform') return;
  const { rmaNo, toStatus, returnWaybillNo } = data as ReturnStatusChange;
  const found = await findOwnReturn(system, unit, rmaNo);
  if (found?.owner !== from) return;
  const place = TOLD.indexOf(found.resource.status);
  if (place < 0 || TOLD.indexOf(toStatus) <= place) return;
  await changeResource(
    { system, unit, now, owner: from, on: 'status.changed', path: {}, body: {} },
    collectionNamed(system, 'returns'),
    {
      ...found.resource,
      ...(returnWaybillNo === undefined ? {} : { returnWaybillNo }),
      status: toStatus,
    },
    found.resource,
  );
};
