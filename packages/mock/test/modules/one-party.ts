import type { Role } from '@openwaybill/schemas';
import type { StoredEvent } from '../../src/events/outbox.ts';
import { createTestMock, type TestParty } from '../../src/testing.ts';
import { type Caller, callerOf, nextKey } from '../exchange.ts';

export type OneParty = {
  readonly call: Caller;
  /** Lets something happen inside the party; the state of the action, and its result. */
  readonly cause: (
    collection: string,
    resourceId: string,
    fact: string,
  ) => Promise<{ readonly state: string; readonly result?: Readonly<Record<string, unknown>> }>;
  /** Events of a type that the caller was sent, oldest first. */
  readonly events: (type: string) => Promise<readonly StoredEvent['data'][]>;
  /** What an answer holds that a sender must not send. */
  readonly faults: readonly string[];
};

/** One mock and the party that calls it, which is subscribed to everything. */
export const createOneParty = async (
  role: Role,
  caller: TestParty,
  others: readonly TestParty[] = [],
): Promise<OneParty> => {
  const faults: string[] = [];
  const origin = `https://${role}.test`;
  const mock = await createTestMock({
    role,
    partyId: `${role.toUpperCase().replaceAll('-', '')}1`,
    counterparties: [caller, ...others],
  });
  const call = callerOf(mock, origin, caller.partyId, faults);
  const types = mock.registry.events
    .filter(
      ({ type, from, to }) =>
        from.includes(role) && to.includes(caller.role) && !type.includes('.subscription.'),
    )
    .map(({ type }) => type);
  if (types.length > 0)
    await call('POST', '/v1/event-subscriptions', {
      subscriptionId: nextKey(),
      callbackUrl: 'https://caller.test/v1/event-inbox',
      eventTypes: types,
      signing: 'V1A',
    });
  await mock.settled();
  return {
    call,
    faults,
    cause: async (collection, resourceId, fact) => {
      const started = await call('POST', '/v1/test-controls/actions', {
        action: 'CAUSE_FACT',
        input: { collection, resourceId, fact },
      });
      await mock.settled();
      const { actionId } = started.body as { readonly actionId: string };
      return (await call('GET', `/v1/test-controls/actions/${actionId}`)).body as never;
    },
    events: async (type) => {
      await mock.settled();
      return mock.sent
        .map(({ body }) => JSON.parse(body) as StoredEvent)
        .filter((event) => event.type === type)
        .map(({ data }) => data);
    },
  };
};
