import { type MaskedMember, maskedMembers } from '@openwaybill/privacy/scan';
import { nameOf, registry } from '@openwaybill/schemas';
import type { Seen } from '../../checks/seen.ts';
import { operationOf } from '../../drive/operations.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';

/** A masked member of something that the system said. */
export type SaidMasked = MaskedMember & { readonly exchange: Exchange };

/** The masked members of an accepted answer, or of a request of the system's own. */
export const maskedIn = (exchange: Exchange): readonly SaidMasked[] => {
  if (exchange.operation === undefined || exchange.eventType !== undefined) return [];
  const operation = operationOf(exchange.operation);
  const [schema, value] =
    exchange.from === 'sut'
      ? [operation.request, requestOf(exchange)]
      : [operation.answer.body, isAccepted(exchange) ? answerOf(exchange) : undefined];
  if (schema?.$id === undefined || value === undefined) return [];
  return maskedMembers(value, nameOf(schema), registry).map((one) => ({ ...one, exchange }));
};

const cache = new WeakMap<Seen, readonly SaidMasked[]>();

/** Every masked member of everything that the system said. */
export const allMasked = (seen: Seen): readonly SaidMasked[] => {
  const known = cache.get(seen);
  if (known !== undefined) return known;
  const all = seen.exchanges.flatMap(maskedIn);
  cache.set(seen, all);
  return all;
};
