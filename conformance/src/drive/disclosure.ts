import { auditOrigin, verifyReceipt } from '@openwaybill/privacy';
import type { AuditReceipt } from '@openwaybill/schemas';
import { fromBase64url, parseJson } from '@openwaybill/validate';
import { compactDecrypt, importJWK, type JWK } from 'jose';
import type { Exchange, Facts } from '../transcript/format.ts';
import { refreshKeys } from './refresh-keys.ts';
import type { Session } from './session.ts';

/** The claims of a sealed payload that a recipient has to understand (privacy, 5.3). */
const CRITICAL = { aud: true, waybillNo: true, purpose: true, revealId: true, exp: true };

type Found = { readonly receipts: AuditReceipt[]; readonly sealed: string[] };

/** Every receipt and every sealed payload of an answer, at whatever depth: a batch has many. */
const search = (value: unknown, found: Found): Found => {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'auditReceipt') found.receipts.push(member);
    else if (name === 'sealedFields') found.sealed.push(String(member));
    else search(member, found);
  }
  return found;
};

const membersIn = async (
  sealed: string,
  key: JWK | undefined,
): Promise<readonly string[] | 'UNOPENED'> => {
  if (key === undefined) return 'UNOPENED';
  try {
    const { plaintext } = await compactDecrypt(sealed, await importJWK(key, 'ECDH-ES+A256KW'), {
      crit: CRITICAL,
    });
    const payload = parseJson(plaintext);
    return payload.ok ? Object.keys(payload.value as object).sort() : 'UNOPENED';
  } catch {
    // what does not open for the key that was named was sealed to somebody else
    return 'UNOPENED';
  }
};

/** The keys that a party publishes; fresh where one was not among those known so far. */
export type KeysOf = (isFresh: boolean) => Promise<readonly JWK[]>;

const provesBy = async (
  published: readonly JWK[],
  partyId: string,
  receipt: AuditReceipt,
): Promise<boolean> => {
  const keys = published.flatMap(({ crv, x }) =>
    crv === 'Ed25519' && x !== undefined ? (fromBase64url(x) ?? []) : [],
  );
  try {
    return (await verifyReceipt(receipt, auditOrigin(partyId), keys)).ok;
  } catch {
    // a receipt of another shape proves nothing
    return false;
  }
};

const found = (bytes: Uint8Array<ArrayBuffer>): Found => {
  const parsed = parseJson(bytes);
  return search(parsed.ok ? parsed.value : undefined, { receipts: [], sealed: [] });
};

/** Whether each audit receipt of an answer proves that its entry is in the log of a party. */
export const receiptFacts = async (
  bytes: Uint8Array<ArrayBuffer>,
  partyId: string,
  keysOf: KeysOf,
): Promise<Pick<Facts, 'receipts'>> => {
  const receipts: ('VALID' | 'INVALID')[] = [];
  for (const receipt of found(bytes).receipts) {
    const isProven =
      (await provesBy(await keysOf(false), partyId, receipt)) ||
      (await provesBy(await keysOf(true), partyId, receipt));
    receipts.push(isProven ? 'VALID' : 'INVALID');
  }
  return receipts.length === 0 ? {} : { receipts };
};

/** What the runner can tell of an answer that has to do with a person's data. */
export const disclosureFacts = async (
  session: Session,
  from: Exchange['from'],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Pick<Facts, 'receipts' | 'sealed'>> => {
  const key =
    from === 'sut' || from === 'other' || from === 'nobody'
      ? undefined
      : session.credentials[from]?.sealingKey;
  const receipts = await receiptFacts(
    bytes,
    session.claim.document.organisation.partyId,
    async (isFresh) => {
      if (isFresh) await refreshKeys(session);
      return session.keys.current;
    },
  );
  const sealed = await Promise.all(found(bytes).sealed.map((one) => membersIn(one, key)));
  return { ...receipts, ...(sealed.length === 0 ? {} : { sealed }) };
};
