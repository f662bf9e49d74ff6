import { uuid7 } from '../engine/invent.ts';
import { type Action, bodyOf } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';

const MOST_TYPES = 100;
const CHALLENGE = 'org.openwaybill.discovery.subscription.challenged';

/** Subscribes our own inbox, or whoever passes events on to it, by default to everything that the counterparty's role sends to ours. */
export const createSubscription: Action = async ({ system, to, input }) => {
  const { options } = system;
  const every = options.registry.events
    .filter(
      (event) =>
        event.type !== CHALLENGE && event.from.includes(to.role) && event.to.includes(options.role),
    )
    .map(({ type }) => type)
    .slice(0, MOST_TYPES);
  const subscriptionId = uuid7(system.random, options.wallClock());
  bodyOf(
    await callWithRetries(system, to, {
      method: 'POST',
      path: '/v1/event-subscriptions',
      body: {
        subscriptionId,
        callbackUrl: input.callbackUrl ?? `${options.baseUrl}/v1/event-inbox`,
        eventTypes: input.eventTypes ?? every,
        signing: 'V1A',
      },
    }),
  );
  return { subscriptionId };
};
