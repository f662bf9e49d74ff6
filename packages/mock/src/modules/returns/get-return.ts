import { type Behaviour, callerOf } from '../../engine/call.ts';
import { Refusal } from '../../engine/refusal.ts';
import { collectionNamed, findResource } from '../../resources/change.ts';
import { findOwnReturn } from './observed-return.ts';

/** A courier shows a return to the platform that authorised it; a platform shows its own to who takes part in them. */
export const getReturn: Behaviour = async (call) => {
  const { system, unit } = call;
  const rmaNo = call.path.rmaNo ?? '';
  const found =
    system.options.role === 'platform'
      ? await findOwnReturn(system, unit, rmaNo)
      : await findResource(unit, collectionNamed(system, 'returns'), callerOf(call).partyId, rmaNo);
  if (found === undefined) throw new Refusal('NOT_FOUND');
  return { status: 200, body: found.resource };
};
