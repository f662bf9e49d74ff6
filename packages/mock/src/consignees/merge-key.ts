import type { Address, Contact } from '@openwaybill/schemas';
import { base64url, prepare } from '@openwaybill/validate';
import { DAY } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import { derive } from '../identity/keys.ts';

const EPOCH = 7 * DAY;
const BYTES = 16;
/** Stands in no name, number or address. */
const UNIT_SEPARATOR = '\u001f';

const addressText = ({ region, road, building, unitRoom }: Address): string =>
  [region.regionCode, road, building, unitRoom]
    .filter((level) => level !== undefined)
    .map((level) => prepare(level, 'NFC'))
    .join(' ');

/**
 * Equal for orders of one person at one merchant in one epoch, and for nothing else: the key of another merchant or of
 * another week is another key. It is never stored.
 */
export const mergeKeyOf = async (
  system: System,
  now: string,
  merchant: string,
  { contact, address }: { readonly contact: Contact; readonly address: Address },
): Promise<string> => {
  const { seed, partyId } = system.options;
  const epoch = Math.floor(Date.parse(now) / EPOCH);
  const secret = await derive(seed, `merge:${partyId}:${merchant}:${epoch}`);
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign']);
  const text = [
    prepare(contact.name, 'NFC'),
    prepare(contact.mobile ?? contact.landline ?? '', 'NFKC'),
    addressText(address),
  ].join(UNIT_SEPARATOR);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return `mk1_${base64url(new Uint8Array(mac).slice(0, BYTES))}`;
};
