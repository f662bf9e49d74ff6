import { type Behaviour, callerOf } from '../engine/call.ts';
import { uuid7 } from '../engine/invent.ts';
import { recordRow } from '../store/resource.ts';

/** Kept as it came; the receipt is the sender's evidence. */
export const submitPreReport: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const preReportId = uuid7(system.random, Date.parse(now));
  unit.put(recordRow('pre-report', preReportId, callerOf(call).partyId, now, call.body));
  return { status: 201, body: { preReportId, receivedAt: now } };
};
