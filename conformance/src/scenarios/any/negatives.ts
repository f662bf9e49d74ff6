import { holds } from '../../applicability.ts';
import { operationOf } from '../../drive/operations.ts';
import { requestSchemaOf } from '../../drive/own-message.ts';
import { shuffled } from '../../drive/random.ts';
import type { CallInput } from '../../drive/stage.ts';
import { type Mutation, mutationsOf } from '../../negatives/mutate.ts';
import { singleFault } from '../../negatives/revalidate.ts';
import { renewed, TWINS } from '../../negatives/twins.ts';
import { isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Requests an operation for each value of `--negatives`. */
const SHARE = 25;

/** One of every kind first, then what the seed draws, up to a number. */
const chosen = (mutations: readonly Mutation[], most: number): readonly Mutation[] => {
  const kinds = new Map<string, Mutation>();
  for (const mutation of mutations)
    if (!kinds.has(mutation.kind)) kinds.set(mutation.kind, mutation);
  const first = [...kinds.values()];
  return [...first, ...mutations.filter((one) => !first.includes(one))].slice(0, most);
};

/** From each accepted request, requests with exactly one thing wrong. */
export const negatives = defineScenario({
  id: 'negatives',
  title: text('One thing wrong', '仅一处错误'),
  system: 'any',
  tier: 'W',
  touches: ['DSC-014', 'DSC-019', 'DSC-021', 'DSC-024', 'DSC-026', 'DSC-027'],
  run: async function* (stage) {
    const isStrict = stage.claim.document.limits.unknownMembers === 'STRICT';
    for (const [operationId, make] of Object.entries(TWINS)) {
      if (!holds({ offers: operationId }, stage.claim)) continue;
      yield step(
        'CALL',
        'One thing wrong in a request that is taken',
        '在可接受的请求中制造一处错误',
      );
      const twin = await make(stage);
      const schema = requestSchemaOf(operationOf(operationId));
      if (twin === undefined || schema === undefined) continue;
      const { as, read } = twin;
      // who may call it, where the twin names nobody
      const ask = (operation: string, input: CallInput) =>
        as === undefined ? stage.call(operation, input) : stage.callAs(as, operation, input);
      const accepted = await ask(operationId, {
        ...(twin.path === undefined ? {} : { path: twin.path }),
        body: twin.body,
        ifMatch: twin.ifMatch ?? null,
        intent: 'CONTROL',
      });
      if (!isAccepted(accepted)) continue;
      const wrong = renewed(stage, operationId, twin);
      const reading = wrong.read ?? read;
      const look = async (probe: string) => {
        if (reading !== undefined) await ask(reading.operation, { path: reading.path, probe });
      };
      await look(`refuse-before-${operationId}`);
      const mutations = shuffled(stage.random, [...mutationsOf(schema, wrong.body)]).filter(
        ({ body }) => {
          const fault = singleFault(schema, body, isStrict);
          return fault?.code === 'SCHEMA_VIOLATION' || fault?.code === 'CODE_UNKNOWN';
        },
      );
      for (const { body } of chosen(mutations, SHARE * stage.run.negatives))
        await ask(operationId, {
          ...(wrong.path === undefined ? {} : { path: wrong.path }),
          body,
          ifMatch: wrong.ifMatch ?? null,
          twinOf: accepted.seq,
          probe: 'refuse',
        });
      await look(`refuse-after-${operationId}`);
    }
  },
});
