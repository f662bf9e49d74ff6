import { type Behaviour, callerOf } from '../engine/call.ts';
import { clockOf } from '../engine/clock.ts';

/** The standard knows two modes: a clock that is played goes on by itself, as a real one does. */
export const getTestClock: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { mode } = await clockOf(unit, callerOf(call).partyId, system.options);
  return { status: 200, body: { now, mode: mode === 'FROZEN' ? 'FROZEN' : 'REAL' } };
};
