import type { ErasureRequest } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { uuid7 } from '../engine/invent.ts';
import { erase } from '../erasures/erase.ts';

export const requestErasure: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const request = call.body as ErasureRequest;
  const erasureId = uuid7(system.random, Date.parse(now));
  const receipt = { erasureId, state: 'ACCEPTED' as const, retained: [] };
  const body = await erase(system, unit, now, callerOf(call).partyId, { request, receipt });
  return { status: 202, body };
};
