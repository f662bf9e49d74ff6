import { SEALED_CRITICAL, type SealedUse, type SealFault, sealFaultOf } from '@openwaybill/privacy';
import { compactDecrypt, decodeProtectedHeader, importJWK } from 'jose';
import type { System } from '../engine/system.ts';

/** Opens what was sealed to us, where it fits its use; else says what does not. */
export const openSealed = async (
  { keys: { opening } }: System,
  sealed: string,
  use: SealedUse,
  now: string,
): Promise<{ readonly fields: unknown } | { readonly fault: SealFault }> => {
  try {
    const fault = sealFaultOf(decodeProtectedHeader(sealed), use, Date.parse(now));
    if (fault !== undefined) return { fault };
    const { plaintext } = await compactDecrypt(sealed, await importJWK(opening), {
      crit: Object.fromEntries(SEALED_CRITICAL.map((claim) => [claim, true])),
    });
    return { fields: JSON.parse(new TextDecoder().decode(plaintext)) };
  } catch {
    // whatever does not open was not sealed to us, or not as it says
    return { fault: 'KEY' };
  }
};
