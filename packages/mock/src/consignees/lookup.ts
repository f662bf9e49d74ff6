import type { ConsigneeLookup } from '@openwaybill/schemas';
import { prepare } from '@openwaybill/validate';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import type { VaultEntry } from './vault.ts';

/** A lookup, as the quota counts it beside the reveals. */
export type CountedLookup = { readonly purpose: string; readonly grantedAt: string };

const COLLECTION = 'lookup';

/** Notes that an organisation searched, and never for whom. */
export const countLookup = (
  unit: Unit,
  now: string,
  partyId: string,
  auditIndex: number,
  purpose: string,
): void => {
  const body: CountedLookup = { purpose, grantedAt: now };
  unit.put(recordRow(COLLECTION, String(auditIndex), partyId, now, body));
};

export const lookupsOf = async (unit: Unit, owner: string): Promise<readonly CountedLookup[]> =>
  (await unit.list({ collection: COLLECTION, owner })).map((row) => row.body as CountedLookup);

/** A number without the prefix of the country, so that both forms of it are one. */
const numberOf = (text: string): string => prepare(text, 'NFKC').replace(/^\+86/, '');

/** Whether a whole value is that of a person: a part of a name or of a number finds nobody. */
export const isFound = (
  { contact }: VaultEntry,
  { kind, value }: Pick<ConsigneeLookup, 'kind' | 'value'>,
): boolean =>
  kind === 'NAME'
    ? prepare(contact.name, 'NFC') === prepare(value, 'NFC')
    : [contact.mobile, contact.landline].some(
        (number) => number !== undefined && numberOf(number) === numberOf(value),
      );
