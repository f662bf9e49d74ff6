import type { RevealGrant } from '@openwaybill/schemas';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import type { Counterparty } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import type { StoredReveal } from './stored-reveal.ts';
import { findReference, type VaultEntry } from './vault.ts';

/** A grant without its fields: what every read but the one that uses up a use shows. */
export const showReveal = async (unit: Unit, reveal: StoredReveal): Promise<RevealGrant> => ({
  revealId: reveal.revealId,
  status: reveal.status,
  purpose: reveal.purpose as RevealGrant['purpose'],
  fieldsGranted: [...reveal.fields] as RevealGrant['fieldsGranted'],
  expiresAt: reveal.expiresAt,
  remainingUseCount: reveal.remainingUseCount,
  stillMatches:
    reveal.consigneeRef !== undefined &&
    (await findReference(unit, reveal.consigneeRef)) !== undefined,
  auditReceipt: reveal.auditReceipt,
});

/** The fields that were granted, and no other. */
const fieldsOf = (reveal: StoredReveal, entry: VaultEntry): NonNullable<RevealGrant['fields']> => {
  const has = (field: string): boolean => reveal.fields.includes(field);
  const phone = reveal.phone ?? entry.contact.mobile ?? entry.contact.landline;
  return {
    ...(has('NAME') ? { name: entry.contact.name } : {}),
    ...(has('PHONE') && phone !== undefined
      ? { phone, phoneKind: reveal.phone === undefined ? ('REAL' as const) : ('VIRTUAL' as const) }
      : {}),
    ...(has('ADDRESS') ? { address: entry.address } : {}),
    ...(has('DELIVERY_NOTE') && entry.deliveryNote !== undefined
      ? { deliveryNote: entry.deliveryNote }
      : {}),
  };
};

/** The key of a caller to which fields are sealed. */
export const sealingKeyOf = (caller: Counterparty, keyId: string | undefined) =>
  caller.keys.find((key) => key.kid === keyId && key.use === 'enc');

/** The grant with its fields: in clear inside TLS, or as a JWE (RFC 7516) that only the caller's key opens. */
export const showFields = async (
  system: System,
  unit: Unit,
  reveal: StoredReveal,
  entry: VaultEntry,
  caller: Counterparty,
): Promise<RevealGrant> => {
  const shown = await showReveal(unit, reveal);
  const fields = fieldsOf(reveal, entry);
  const jwk = sealingKeyOf(caller, reveal.sealToKeyId);
  if (jwk === undefined) return { ...shown, fields };
  const bound = {
    aud: caller.partyId,
    waybillNo: reveal.waybillNo,
    purpose: reveal.purpose,
    revealId: reveal.revealId,
    exp: Math.floor(Date.parse(reveal.expiresAt) / 1000),
  };
  const sealedFields = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(fields)))
    .setProtectedHeader({
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
      typ: 'consignee+jwe',
      kid: String(jwk.kid),
      iss: system.options.partyId,
      iat: Math.floor(Date.parse(reveal.grantedAt) / 1000),
      ...bound,
      crit: Object.keys(bound),
    })
    .encrypt(await importJWK(jwk as JWK, 'ECDH-ES+A256KW'), {
      crit: Object.fromEntries(Object.keys(bound).map((name) => [name, true])),
    });
  return { ...shown, sealedFields };
};
