import { base64url, consigneeRef } from '@openwaybill/validate';
import type { Token } from './masked.ts';

const RANDOM_BYTES = 16;

/**
 * A new reference to a person. Never derived from the person: another one for every recipient and every order.
 * `random` answers that many bytes of a cryptographic generator.
 */
export const mintConsigneeRef = (random: (length: number) => Uint8Array): Token => {
  const bytes = random(RANDOM_BYTES);
  if (bytes.length !== RANDOM_BYTES) throw new Error('a consigneeRef needs sixteen random bytes');
  const body = base64url(bytes);
  return `cr1_${body}${consigneeRef.checkDigitOf(body)}` as Token;
};
