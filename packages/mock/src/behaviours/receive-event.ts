import { type Behaviour, callerOf } from '../engine/call.ts';
import { isChallenge, type StoredEvent } from '../events/outbox.ts';
import { askForMissing } from '../inbox/replay-from.ts';
import { noteSequence } from '../inbox/sequence-gap.ts';
import { demandPayload, takeEvent } from '../inbox/take-event.ts';

/** At least once becomes once; a gap in the sequence makes this receiver ask for what is missing. */
export const receiveEvent: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { partyId } = callerOf(call);
  const event = call.body as StoredEvent;
  if (isChallenge(event)) {
    demandPayload(system, event);
    return { status: 200, body: { challenge: event.data.challenge } };
  }
  await takeEvent(system, unit, now, partyId, event);
  if (await noteSequence(unit, now, partyId, event.sequence)) askForMissing(system, partyId);
  return { status: 204 };
};
