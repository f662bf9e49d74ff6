import { holds, inapplicability } from '../../applicability.ts';
import { requirementOf } from '../../catalogue/catalogue.ts';
import { operationOf } from '../../drive/operations.ts';
import { requestSchemaOf } from '../../drive/own-message.ts';
import { shuffled } from '../../drive/random.ts';
import type { CallInput } from '../../drive/stage.ts';
import { oddities } from '../../negatives/oddities.ts';
import { singleFaults } from '../../negatives/single-faults.ts';
import { spokenOf } from '../../negatives/spoken-of.ts';
import { renewed, TWINS } from '../../negatives/twins.ts';
import { isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Requests an operation for each value of `--negatives`. */
const SHARE = 25;

/** From each accepted request, requests with exactly one thing wrong. */
export const negatives = defineScenario({
  id: 'negatives',
  title: text('One thing wrong', '仅一处错误'),
  system: 'any',
  tier: 'W',
  touches: [
    'DSC-014',
    'DSC-019',
    'DSC-020',
    'DSC-021',
    'DSC-024',
    'DSC-026',
    'DSC-027',
    'LIM-001',
    'LIM-002',
  ],
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
      const target = {
        ...(wrong.path === undefined ? {} : { path: wrong.path }),
        ifMatch: wrong.ifMatch ?? null,
        twinOf: accepted.seq,
      };
      const { bodies, made, discarded } = singleFaults(stage.random, schema, wrong.body, {
        isStrict,
        most: SHARE * stage.run.negatives,
        perConstraint: stage.run.negatives,
        isAnswered: (fault) => {
          const speaking = spokenOf(fault);
          return (
            speaking !== undefined &&
            inapplicability(requirementOf(speaking), stage.claim) === undefined
          );
        },
      });
      stage.tally({ operation: operationId, made, discarded });
      for (const body of bodies) await ask(operationId, { ...target, body, probe: 'refuse' });
      await look(`refuse-after-${operationId}`);
      const odd = shuffled(stage.random, Object.entries(oddities(JSON.stringify(wrong.body))));
      for (const [name, raw] of odd.slice(0, stage.run.negatives))
        await ask(operationId, { ...target, raw, probe: `refuse-${name}` });
    }
  },
});
