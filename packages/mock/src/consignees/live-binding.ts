import type { ContactBinding } from '@openwaybill/schemas';
import type { Call } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';
import { Refusal } from '../engine/refusal.ts';

/** A binding of the caller's that has not ended; an ended one is unknown. */
export const liveBinding = async (call: Call): Promise<ContactBinding> => {
  const id = call.path.bindingId ?? '';
  const binding = await ownResource<ContactBinding>(call, 'contact-binding', id);
  if (Date.parse(binding.expiresAt) <= Date.parse(call.now)) throw new Refusal('NOT_FOUND');
  return binding;
};
