import { SEALED_CRITICAL, type SealedUse, type SealFault, sealFaultOf } from '@openwaybill/privacy';
import { parseJson } from '@openwaybill/validate/light';
import { compactDecrypt, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { ambient } from '../ambient.ts';
import { type PlainFields, plainFieldsOf } from './plain-fields.ts';

/** Sealed fields that are refused: what of them did not fit, and nothing of what was in them. */
export class SealRefused extends Error {
  override readonly name = 'SealRefused';
  readonly fault: SealFault;

  constructor(fault: SealFault) {
    super(`The sealed fields do not fit their use (${fault}); ask for the reveal again.`);
    this.fault = fault;
  }
}

export type OpenedConsignee =
  | { readonly ok: true; readonly fields: PlainFields }
  | { readonly ok: false; readonly refused: SealRefused };

const refuse = (fault: SealFault): OpenedConsignee => ({
  ok: false,
  refused: new SealRefused(fault),
});

/** The header of a compact JWE (RFC 7516); nothing where it is none. */
const headerOf = (sealed: string) => {
  try {
    return decodeProtectedHeader(sealed);
  } catch {
    return undefined;
  }
};

/**
 * Opens sealed fields of a consignee, where they are for this recipient, parcel, purpose and reveal, and not expired.
 * Anything else is refused before it is opened.
 */
export const openSealedConsignee = async (
  sealed: string,
  use: SealedUse,
  own: {
    /** The private keys (JWK) of the recipient, each with its `kid`. */
    readonly keys: readonly JWK[];
    readonly now?: () => number;
  },
): Promise<OpenedConsignee> => {
  const header = headerOf(sealed);
  if (header === undefined) return refuse('FORM');
  const fault = sealFaultOf(header, use, (own.now ?? ambient.now)());
  if (fault !== undefined) return refuse(fault);
  const key = own.keys.find(({ kid }) => kid === header.kid);
  if (key === undefined) return refuse('KEY');
  try {
    const { plaintext } = await compactDecrypt(sealed, await importJWK(key, header.alg), {
      crit: Object.fromEntries(SEALED_CRITICAL.map((claim) => [claim, true])),
    });
    const payload = parseJson(plaintext);
    return payload.ok && typeof payload.value === 'object' && payload.value !== null
      ? { ok: true, fields: plainFieldsOf(payload.value as Record<string, unknown>) }
      : refuse('FORM');
  } catch {
    // what was thrown may hold bytes of what was sealed, so it goes no further
    return refuse('KEY');
  }
};
