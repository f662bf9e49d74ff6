import type { ConsentRecording } from '@openwaybill/schemas';
import { putConsent, tellOfConsent } from '../consignees/consent.ts';
import { ownReference } from '../consignees/own-reference.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';

/** Whoever got the consent made its id; another record under it is another consent. */
export const recordConsent: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const recording = call.body as ConsentRecording;
  const { reference } = await ownReference(unit, caller, recording.consigneeRef, now);
  if ((await unit.row('consent', recording.consentId)) !== undefined)
    throw new Refusal('DUPLICATE');
  const consent = { record: recording, orderNo: reference.orderNo, recordedBy: caller.partyId };
  putConsent(unit, now, consent);
  await tellOfConsent(system, unit, now, consent, true);
  return { status: 201, body: recording };
};
