import { moveReveal } from '../consignees/move-reveal.ts';
import { showReveal } from '../consignees/show-reveal.ts';
import type { StoredReveal } from '../consignees/stored-reveal.ts';
import type { Behaviour } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { ownResource } from '../engine/own-resource.ts';

export const revokeReveal: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const reveal = await ownResource<StoredReveal>(call, 'reveal', call.path.revealId ?? '');
  const { to } = command(system.lifecycle('reveal'), reveal.status, 'revoke-reveal');
  const revoked = await moveReveal(system, unit, now, reveal, {
    status: to as StoredReveal['status'],
  });
  return { status: 200, body: await showReveal(unit, revoked) };
};
