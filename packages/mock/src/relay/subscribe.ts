import type { TrackingSubscription, TrackingSubscriptionRequest } from '@openwaybill/schemas';
import { addressOf } from '../engine/address.ts';
import { problemAnswer } from '../engine/answer.ts';
import { type Answer, type Behaviour, callerOf } from '../engine/call.ts';
import type { Counterparty } from '../engine/options.ts';
import { Refusal, upstreamUnavailable } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';
import { openTrackingSubscription } from '../parcels/open-tracking-subscription.ts';
import { askParty, carrierOf } from './carrier.ts';

const PATH = '/v1/tracking-subscriptions';

/**
 * Subscribes at the courier with the proof of the caller: a relay knows no order, so only the courier can say whether
 * the proof is one.
 */
export const subscribeByCarrier = (
  asked: TrackingSubscriptionRequest,
  expiresAt: string,
): Behaviour => {
  const { carrierCode, waybillNo, proof } = asked;
  return async (call) => {
    const { system, unit } = call;
    const owner = callerOf(call).partyId;
    const known = await carrierOf(system, unit, carrierCode);
    if (known === undefined) throw new Refusal('NOT_FOUND');
    const courier = await addressOf(unit, known);
    const after = async (): Promise<Answer> => {
      const answer = await askParty(system, courier, {
        method: 'POST',
        path: PATH,
        body: { carrierCode, waybillNo, ...(proof === undefined ? {} : { proof }), expiresAt },
      });
      if (answer.status === 404)
        return problemAnswer(
          { code: 'NOT_FOUND', details: {} },
          system.random,
          Date.parse(call.now),
        );
      if (answer.status !== 201) throw upstreamUnavailable();
      const upstream = (answer.body as TrackingSubscription).trackingSubscriptionId;
      return system.transact(owner, (later, now) =>
        openTrackingSubscription(system, later, now, { owner, upstream, asked, expiresAt }),
      );
    };
    // what the command answers is known once the courier has answered
    return { status: 202, after };
  };
};

/** Ends at the courier what ends here; one that cannot be reached ends it by itself. */
export const unsubscribeAtCarrier = (
  system: System,
  courier: Counterparty,
  upstream: string,
): void =>
  system.background(async () => {
    try {
      await askParty(system, courier, { method: 'DELETE', path: `${PATH}/${upstream}` });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  });
