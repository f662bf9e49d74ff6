import { nameOf } from '@openwaybill/schemas';
import { Unit } from '../store/unit.ts';
import { effectiveAgreements } from './agreement.ts';
import type { Counterparty, MockOptions } from './options.ts';
import type { Outgoing, OutgoingAnswer, OutgoingRequest } from './outgoing.ts';
import { underAgreements } from './projection.ts';
import { Refusal } from './refusal.ts';
import { type Route, routerOf } from './route.ts';

/** What the other party would have answered, said before anything leaves. */
const refusedHere = ({ code }: Refusal): OutgoingAnswer => ({
  status: 403,
  headers: new Headers(),
  body: { code, retryable: false },
});

/**
 * Our own requests as the agreements with the other party let them leave: cut like answers and events, and not sent at
 * all where something required may not go.
 */
export const agreedOutgoing = (
  to: Counterparty,
  { registry, store }: Pick<MockOptions, 'registry' | 'store'>,
  send: Outgoing,
): Outgoing => {
  const route = routerOf(registry, to.role);
  const agreed = async ({ operation }: Route, request: OutgoingRequest): Promise<unknown> => {
    const schema = operation.request;
    if (schema === undefined || operation.agreement === 'none' || operation.token === 'none')
      return request.body;
    // read beside the lock: a call may be a part of a command that holds it
    const agreements = await effectiveAgreements(new Unit(store), to.partyId);
    return underAgreements(registry, agreements, nameOf(schema), to.role, request.body);
  };
  return async (request) => {
    if (request.body === undefined) return send(request);
    // a path that the other party does not serve is our own mistake
    const routed = route(request.method, request.path.split('?')[0] ?? '');
    let body: unknown;
    try {
      body = await agreed(routed, request);
    } catch (error) {
      if (error instanceof Refusal) return refusedHere(error);
      throw error;
    }
    return send({ ...request, body });
  };
};
