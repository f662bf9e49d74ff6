import { geo1 } from '@openwaybill/privacy';
import type { RevealGrant } from '@openwaybill/schemas';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import type { Counterparty } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { type Passed, refOf } from './gates.ts';
import { inventIdentityNumber } from './identity-number.ts';
import type { StoredReveal } from './stored-reveal.ts';
import { findReference } from './vault.ts';

/** A grant without its fields: what every read but the one that uses up a use shows. */
export const showReveal = async (unit: Unit, reveal: StoredReveal): Promise<RevealGrant> => ({
  revealId: reveal.revealId,
  status: reveal.status,
  purpose: reveal.purpose as RevealGrant['purpose'],
  fieldsGranted: [...reveal.fields] as RevealGrant['fieldsGranted'],
  expiresAt: reveal.expiresAt,
  remainingUseCount: reveal.remainingUseCount,
  stillMatches: (await findReference(unit, refOf(reveal) ?? '')) !== undefined,
  auditReceipt: reveal.auditReceipt,
});

type Fields = NonNullable<RevealGrant['fields']>;

/** The person whose fields are shown, and by what right at which stage: what the gates found. */
type Shown = Pick<Passed, 'entry' | 'limit' | 'standing'>;

/** The exact point is for the person at the door alone. */
const addressFor = (
  { role, facet }: StoredReveal,
  { entry, limit, standing: { stage } }: Shown,
): Fields['address'] => {
  const { geo, ...address } = entry.address;
  // who passed the gate of a row that asks for an assignment is assigned
  const assigned = limit.assigned === true;
  const point = geo1(geo, { role, stage, assigned, ...(facet === undefined ? {} : { facet }) });
  return point === undefined ? address : { ...address, geo: point };
};

/** The fields that were granted, and no other. */
const fieldsOf = (reveal: StoredReveal, shown: Shown): Fields => {
  const { entry } = shown;
  const has = (field: StoredReveal['fields'][number]): boolean => reveal.fields.includes(field);
  const phone = reveal.phone ?? entry.contact.mobile ?? entry.contact.landline;
  const address = addressFor(reveal, shown);
  return {
    ...(has('NAME') ? { name: entry.contact.name } : {}),
    ...(has('PHONE') && phone !== undefined
      ? { phone, phoneKind: reveal.phone === undefined ? ('REAL' as const) : ('VIRTUAL' as const) }
      : {}),
    ...(has('ADDRESS') && address !== undefined ? { address } : {}),
    ...(has('DELIVERY_NOTE') && entry.deliveryNote !== undefined
      ? { deliveryNote: entry.deliveryNote }
      : {}),
  };
};

/** What is sealed: the same, and the one field that never leaves in clear. */
const sealedPayloadOf = (reveal: StoredReveal, shown: Shown) => ({
  ...fieldsOf(reveal, shown),
  ...(reveal.fields.includes('ID_NUMBER')
    ? {
        idNumber: inventIdentityNumber(
          `${shown.entry.contact.name}${shown.entry.contact.mobile ?? ''}`,
        ),
      }
    : {}),
});

/** The key of a caller to which fields are sealed. */
export const sealingKeyOf = (caller: Counterparty, keyId: string | undefined) =>
  caller.keys.find((key) => key.kid === keyId && key.use === 'enc');

/** The grant with its fields: in clear inside TLS, or as a JWE (RFC 7516) that only the caller's key opens. */
export const showFields = async (
  system: System,
  unit: Unit,
  reveal: StoredReveal,
  passed: Shown,
  caller: Counterparty,
): Promise<RevealGrant> => {
  const shown = await showReveal(unit, reveal);
  const jwk = sealingKeyOf(caller, reveal.sealToKeyId);
  if (jwk === undefined) return { ...shown, fields: fieldsOf(reveal, passed) };
  const bound = {
    aud: caller.partyId,
    waybillNo: reveal.waybillNo,
    purpose: reveal.purpose,
    revealId: reveal.revealId,
    exp: Math.floor(Date.parse(reveal.expiresAt) / 1000),
  };
  const payload = JSON.stringify(sealedPayloadOf(reveal, passed));
  const sealedFields = await new CompactEncrypt(new TextEncoder().encode(payload))
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
