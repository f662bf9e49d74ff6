import { showReveal } from '../consignees/show-reveal.ts';
import type { StoredReveal } from '../consignees/stored-reveal.ts';
import type { Behaviour } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';

/** Status and instants; never a field. */
export const getReveal: Behaviour = async (call) => ({
  status: 200,
  body: await showReveal(
    call.unit,
    await ownResource<StoredReveal>(call, 'reveal', call.path.revealId ?? ''),
  ),
});
