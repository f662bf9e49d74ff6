import type { TestClockAdvance } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { instantOf, millisecondsOf } from '../engine/clock.ts';
import { ruleViolated } from '../engine/refusal.ts';

/** All that becomes due has run, and was delivered or has failed, when it answers. */
export const advanceTestClock: Behaviour = async (call) => {
  const { system, now } = call;
  const { partyId } = callerOf(call);
  const { by, toAt } = call.body as TestClockAdvance;
  const from = Date.parse(now);
  const to = toAt === undefined ? from + millisecondsOf(by ?? 'PT0S') : Date.parse(toAt);
  if (to < from) throw ruleViolated('/toAt', 'DSC-018');
  return {
    status: 200,
    after: async () => {
      const firedCount = await system.advance(partyId, to);
      return { status: 200, body: { now: instantOf(to), firedCount } };
    },
  };
};
