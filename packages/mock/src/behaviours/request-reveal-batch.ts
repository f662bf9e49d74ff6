import { performReveal } from '../consignees/perform-reveal.ts';
import { batchAnswer } from '../engine/batch.ts';
import type { Behaviour } from '../engine/call.ts';

/** Each item has its own gates and its own entry in the log. What is stored under the key has no field in it. */
export const requestRevealBatch: Behaviour = async (call) => {
  const answer = await batchAnswer(call, performReveal);
  const { results } = answer.body as {
    readonly results: readonly { readonly resource?: Readonly<Record<string, unknown>> }[];
  };
  const bare = results.map(({ resource, ...result }) => {
    if (resource === undefined) return result;
    const { fields: _, sealedFields: __, ...shown } = resource;
    return { ...result, resource: shown };
  });
  return { ...answer, kept: { status: answer.status, body: { results: bare } } };
};
