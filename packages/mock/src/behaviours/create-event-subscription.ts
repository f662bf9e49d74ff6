import type { EventSubscriptionCreation } from '@openwaybill/schemas';
import { base64, base64url } from '@openwaybill/validate';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { ruleViolated } from '../engine/refusal.ts';
import { challenge, type StoredSubscription } from '../events/outbox.ts';
import { resourceRow } from '../store/resource.ts';
import { demandTarget } from '../subscriptions/target.ts';

const SECRET_BYTES = 32;

/** The secret is in this answer and in no later one. The challenge leaves once the answer has. */
export const createEventSubscription: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { partyId } = callerOf(call);
  const { extensions: _, ...creation } = call.body as EventSubscriptionCreation & {
    readonly extensions?: unknown;
  };
  demandTarget(creation.callbackUrl, system.options);
  if ((await unit.row('subscription', creation.subscriptionId)) !== undefined)
    throw ruleViolated('/subscriptionId', 'DSC-013');
  const { to } = command(
    system.lifecycle('event-subscription'),
    undefined,
    'create-event-subscription',
  );
  const shown = {
    ...creation,
    ...(creation.signing === 'V1A_AND_V1'
      ? { secret: `whsec_${base64(system.random(SECRET_BYTES))}` }
      : {}),
    state: to as StoredSubscription['state'],
    failureCount: 0,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  const stored: StoredSubscription = {
    ...shown,
    challenge: base64url(system.random(SECRET_BYTES)),
  };
  unit.put(resourceRow('subscription', stored.subscriptionId, partyId, stored));
  challenge(system, unit, now, partyId, stored);
  return { status: 201, body: shown };
};
