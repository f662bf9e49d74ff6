import type { Behaviour } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';
import type { StoredErasure } from '../erasures/erase.ts';

export const getErasure: Behaviour = async (call) => {
  const { receipt } = await ownResource<StoredErasure>(call, 'erasure', call.path.erasureId ?? '');
  return { status: 200, body: receipt };
};
