import { answerOf, isAccepted, statusOf } from '../transcript/body.ts';
import type { Check } from '../words.ts';
import { acceptance, both, checkOf, demand, refusal, unchanged } from './check.ts';
import type { Seen } from './seen.ts';

/** What a repeat answers: the stored order, whatever has moved it since. */
const isSameOrder = (first: string, second: string) => (seen: Seen) => {
  const a = seen.one(first);
  const b = seen.one(second);
  if (a === undefined || b === undefined || !isAccepted(a)) return undefined;
  return demand(
    answerOf(a)?.carrierOrderNo === answerOf(b)?.carrierOrderNo &&
      answerOf(a)?.orderNo === answerOf(b)?.orderNo,
    [b, a],
    'the order that exists',
    'another order',
    { pointer: '/carrierOrderNo', surface: 'body' },
  );
};

/** Checks of module `order`. */
export const orderChecks: readonly Check[] = [
  checkOf('ORD-003', {
    'same-content': both(
      acceptance('order-again-equal', 200),
      isSameOrder('order-first', 'order-again-equal'),
    ),
    'other-content': refusal('order-again-different', 409, 'DUPLICATE'),
    'nothing-changed': unchanged('order-before-duplicate', 'order-after-duplicate'),
  }),
  checkOf('ORD-004', {
    'case-folded': refusal('packages-case-folded', 422, 'RULE_VIOLATION'),
  }),
  checkOf('ORD-011', {
    'order-kept': (seen) =>
      seen.probe('batch-one-bad').map((exchange) => {
        const results: readonly { readonly index?: number }[] = answerOf(exchange)?.results ?? [];
        return demand(
          isAccepted(exchange) &&
            results.length === 3 &&
            results.every(({ index }, at) => index === at),
          exchange,
          'three results in the order of the request',
          isAccepted(exchange) ? 'results in another order or number' : String(statusOf(exchange)),
          { pointer: '/results', surface: 'body' },
        );
      }),
    'judged-alone': (seen) =>
      seen.probe('batch-one-bad').map((exchange) => {
        const results: readonly { readonly status?: number; readonly problem?: unknown }[] =
          answerOf(exchange)?.results ?? [];
        const statuses = results.map(({ status }) => status);
        return demand(
          statuses[0] === 201 && statuses[1] === 422 && statuses[2] === 201,
          exchange,
          'statuses 201, 422, 201',
          `statuses ${statuses.join(', ')}`,
          { pointer: '/results', surface: 'body' },
        );
      }),
  }),
];
