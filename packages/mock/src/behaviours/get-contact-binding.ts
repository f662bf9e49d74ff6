import { liveBinding } from '../consignees/live-binding.ts';
import type { Behaviour } from '../engine/call.ts';

export const getContactBinding: Behaviour = async (call) => ({
  status: 200,
  body: (await liveBinding(call)).binding,
});
