import { epochMillis } from '@openwaybill/schemas';
import { base64url } from '@openwaybill/validate';

/** A key of tokens is replaced after so many days. */
export const TOKEN_KEY_DAYS = 90;

const DAY_MILLISECONDS = 86_400_000;
/** A shorter key could be tried out. */
const LEAST_KEY_BYTES = 32;

/**
 * The token of a person: HMAC-SHA-256 of a telephone number in E.164 under a key that the hub and its members agree
 * (RFC 2104). Without the key nobody can try numbers until one fits, and with the next key it is another token.
 */
export const subjectTokenOf = async (key: Uint8Array, phone: string): Promise<string> => {
  if (key.length < LEAST_KEY_BYTES) throw new Error('a key of subject tokens has 32 bytes or more');
  const imported = await crypto.subtle.importKey(
    'raw',
    new Uint8Array(key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const digest = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(phone));
  return `ct_${base64url(new Uint8Array(digest))}`;
};

/** Whether a key that came into use at one instant may still be used at another. */
export const isKeyInUse = (since: string, at: string): boolean => {
  const age = epochMillis(at) - epochMillis(since);
  return age >= 0 && age < TOKEN_KEY_DAYS * DAY_MILLISECONDS;
};
