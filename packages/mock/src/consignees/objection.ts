import type { PurposeLimit } from '@openwaybill/schemas';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { restsOnLaw } from './rests-on-law.ts';
import type { VaultEntry } from './vault.ts';

const COLLECTION = 'objection';

const idOf = (orderNo: string, partyId: string, purpose: string): string =>
  `${orderNo}/${partyId}/${purpose}`;

/** A person does not want an organisation to have its data of an order for a purpose. */
export const putObjection = (
  unit: Unit,
  now: string,
  owner: string,
  { orderNo, partyId, purpose }: Readonly<Record<'orderNo' | 'partyId' | 'purpose', string>>,
): void =>
  unit.put(
    recordRow(
      COLLECTION,
      idOf(orderNo, partyId, purpose),
      owner,
      now,
      { objectedAt: now },
      orderNo,
    ),
  );

export const dropObjections = async (unit: Unit, orderNo: string): Promise<void> => {
  for (const { id } of await unit.list({ collection: COLLECTION, parent: orderNo }))
    unit.delete(COLLECTION, id);
};

/** What rests on the law alone, nobody can object to. */
const isByLaw = ({ purpose }: PurposeLimit): boolean => restsOnLaw(purpose);

/** Whether the person objected, or a purpose rests on a consent and the person gave none. */
export const lacksConsent = async (
  unit: Unit,
  partyId: string,
  { orderNo, basis }: VaultEntry,
  limit: PurposeLimit,
): Promise<boolean> =>
  !isByLaw(limit) &&
  ((limit.approval === 'CONSENT_AND_TWO_PERSONS' && basis !== 'CONSENT') ||
    (await unit.row(COLLECTION, idOf(orderNo, partyId, limit.purpose))) !== undefined);
