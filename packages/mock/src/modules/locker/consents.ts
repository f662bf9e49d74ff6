import type { ConsentChange } from '@openwaybill/schemas';
import type { Receiver } from '../../resources/hooks.ts';
import { recordRow } from '../../store/resource.ts';
import type { Unit } from '../../store/unit.ts';

const COLLECTION = 'locker-consent';

/** Notes what a platform tells of consents. */
export const consentChanged: Receiver = async ({ options }, unit, now, from, data) => {
  const { consentId } = data as ConsentChange;
  if (options.role === 'locker') unit.put(recordRow(COLLECTION, consentId, from, now, data));
};

/** Whether a consent is known to be none: it was withdrawn, or it is about another way of delivery. */
export const isRefused = async (unit: Unit, consentId: string): Promise<boolean> => {
  const known = await unit.get<ConsentChange>(COLLECTION, consentId);
  return known !== undefined && (!known.granted || known.preference !== 'LOCKER');
};
