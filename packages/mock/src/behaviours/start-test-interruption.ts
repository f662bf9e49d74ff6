import type { TestInterruption } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { announce } from '../notices/announce.ts';
import { announceToOthers } from '../notices/announce-to-others.ts';

export const startTestInterruption: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { partyId } = callerOf(call);
  const interruption = call.body as TestInterruption;
  const noticeId = await announce(system, unit, now, partyId, interruption);
  announceToOthers(system, now, partyId, interruption);
  return { status: 201, body: { noticeId } };
};
