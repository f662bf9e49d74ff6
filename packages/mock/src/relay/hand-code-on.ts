import type { PickupCodeDelivery } from '@openwaybill/schemas';
import { decodeProtectedHeader } from 'jose';
import { addressOf } from '../engine/address.ts';
import { problemAnswer } from '../engine/answer.ts';
import type { Answer, Behaviour } from '../engine/call.ts';
import type { Counterparty } from '../engine/options.ts';
import { Refusal, upstreamUnavailable } from '../engine/refusal.ts';
import { subscribersToNumber } from '../parcels/tracking-subscription.ts';
import { askParty } from './carrier.ts';

/** The key to which a payload is sealed, as its outside says. */
const keyIdOf = (sealed: string): string | undefined => {
  try {
    return decodeProtectedHeader(sealed).kid;
  } catch {
    return undefined;
  }
};

const holds = ({ keys }: Counterparty, keyId: string | undefined): boolean =>
  keyId !== undefined && keys.some(({ kid }) => kid === keyId);

/**
 * Hands a sealed code to the party that can open it, if it has subscribed to the parcel here. Nothing of it is kept,
 * and what leaves is what came.
 */
export const handCodeOn: Behaviour = async (call) => {
  const { system, unit } = call;
  const delivery = call.body as PickupCodeDelivery;
  const keyId = keyIdOf(delivery.sealedCode);
  const subscribers = await subscribersToNumber(unit, delivery.waybillNo);
  const known = subscribers
    .flatMap((partyId) => system.counterparty(partyId) ?? [])
    .find((one) => holds(one, keyId));
  if (known === undefined) throw new Refusal('NOT_FOUND');
  const to = await addressOf(unit, known);
  const after = async (): Promise<Answer> => {
    const answer = await askParty(system, to, {
      method: 'POST',
      path: '/v1/pickup-codes',
      body: delivery,
    });
    if (answer.status === 204) return { status: 204 };
    if (answer.status !== 404) throw upstreamUnavailable();
    return problemAnswer({ code: 'NOT_FOUND', details: {} }, system.random, Date.parse(call.now));
  };
  return { status: 202, after };
};
