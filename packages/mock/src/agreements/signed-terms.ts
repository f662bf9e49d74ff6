import type { Agreement } from '@openwaybill/schemas';
import { CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import type { Counterparty } from '../engine/options.ts';
import { isSameValue } from '../engine/same-value.ts';
import type { SigningKey } from '../identity/keys.ts';

/** What a signature covers: the agreement without what signing itself changes. */
export const signedTerms = (agreement: Agreement) => {
  const { signatures: _, status: __, createdAt: ___, updatedAt: ____, ...terms } = agreement;
  return {
    ...terms,
    parties: terms.parties.map(({ signedAt: _____, ...party }) => party),
  };
};

/** A compact JWS (RFC 7515) of the terms by our own key. */
export const signTerms = (agreement: Agreement, key: SigningKey): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(signedTerms(agreement))))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .sign(key.privateKey);

/** Whether a signature is of one of a party's keys and over exactly these terms. */
export const isTermsSignature = async (
  agreement: Agreement,
  party: Counterparty,
  keyId: string,
  signature: string,
): Promise<boolean> => {
  const jwk = party.keys.find((key) => key.kid === keyId);
  if (jwk === undefined) return false;
  try {
    const { payload } = await compactVerify(signature, await importJWK(jwk as JWK, 'EdDSA'), {
      algorithms: ['EdDSA'],
    });
    return isSameValue(JSON.parse(new TextDecoder().decode(payload)), signedTerms(agreement));
  } catch {
    // an ill-formed signature, a wrong one and one over no JSON are one refusal
    return false;
  }
};
