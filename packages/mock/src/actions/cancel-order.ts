import type { CancellationResult } from '@openwaybill/schemas';
import { type Action, bodyOf, needed } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';

export const cancelOrder: Action = async ({ system, to, input }) => {
  const answer = await callWithRetries(system, to, {
    method: 'POST',
    path: `/v1/orders/${needed(input.orderNo)}/cancel`,
    body: { reason: needed(input.reason) },
  });
  const { outcome } = bodyOf(answer) as CancellationResult;
  return { outcome };
};
