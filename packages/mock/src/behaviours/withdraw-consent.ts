import { putConsent, type StoredConsent, tellOfConsent } from '../consignees/consent.ts';
import { findReference, findVaultEntry } from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { stateIllegal } from '../engine/lifecycle.ts';
import { Refusal } from '../engine/refusal.ts';

/** By who recorded it or by the person, once. */
export const withdrawConsent: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const consent = await unit.get<StoredConsent>('consent', call.path.consentId ?? '');
  const entry = consent && (await findVaultEntry(unit, consent.orderNo));
  const isPerson = caller.role === 'consignee' && entry?.contact.name === caller.name;
  if (consent === undefined || !(isPerson || consent.recordedBy === caller.partyId))
    throw new Refusal('NOT_FOUND');
  if ((await findReference(unit, consent.record.consigneeRef)) === undefined)
    throw new Refusal('NOT_FOUND');
  if (consent.record.withdrawnAt !== undefined) throw stateIllegal('WITHDRAWN', 'withdraw-consent');
  const withdrawn = { ...consent, record: { ...consent.record, withdrawnAt: now } };
  putConsent(unit, now, withdrawn);
  await tellOfConsent(system, unit, now, withdrawn, false);
  return { status: 200, body: withdrawn.record };
};
