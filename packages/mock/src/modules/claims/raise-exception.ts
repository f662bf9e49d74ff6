import type { ExceptionReport } from '@openwaybill/schemas';
import { changeResource, collectionNamed, listResources } from '../../resources/change.ts';
import type { Follower } from '../../resources/hooks.ts';
import { reportOf } from './exception-hooks.ts';

/** Scans that say that something went wrong; the exception of that meaning follows each of them (CLM-001). */
const KINDS: Readonly<Record<string, ExceptionReport['kind']>> = {
  LOST: 'LOST',
  DAMAGED: 'DAMAGED',
  SECURITY_HELD: 'SECURITY',
};

/** A scan of trouble raises an exception, unless one of its kind is open already. */
export const raiseException: Follower = async (system, unit, now, parcel, eventCode) => {
  const kind = KINDS[eventCode ?? ''];
  if (kind === undefined) return;
  const { owner, waybillNo } = parcel;
  const collection = collectionNamed(system, 'exceptions');
  const open = (await listResources(unit, collection, owner)).some(
    (one) => one.waybillNo === waybillNo && one.kind === kind && one.status !== 'RESOLVED',
  );
  if (open) return;
  const happening = { system, unit, now, owner, on: 'EXCEPTION_FOUND', path: {}, body: {} };
  await changeResource(
    happening,
    collection,
    await reportOf(happening, waybillNo, kind),
    undefined,
  );
};
