import { takesIdempotencyKey } from '@openwaybill/schemas';
import { holds } from '../../applicability.ts';
import { operationOf } from '../../drive/operations.ts';
import { requestSchemaOf } from '../../drive/own-message.ts';
import type { CallInput, Stage } from '../../drive/stage.ts';
import { singleFaults } from '../../negatives/single-faults.ts';
import { inputOf } from '../../negatives/twin.ts';
import { TWINS } from '../../negatives/twins.ts';
import { isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** A body that is not the same: one thing in it is wrong, which is judged after the key. */
const otherThan = (stage: Stage, schema: string, body: unknown): unknown =>
  singleFaults(stage.random, schema, body, {
    isStrict: true,
    most: 1,
    perConstraint: 1,
    // what a lenient reader would not see is no difference
    isAnswered: ({ rule }) => rule !== 'additionalProperties',
  }).bodies[0];

/** Every command that the suite can have accepted: repeated, with another body, without a key, and twice at once. */
export const repeatedCommands = defineScenario({
  id: 'repeated-commands',
  title: text('Every command is repeated', '重复提交每一种命令'),
  system: 'any',
  tier: 'W',
  touches: ['DSC-013', 'DSC-021', 'DSC-024', 'DSC-026'],
  run: async function* (stage) {
    // one key serves every operation once: it means nothing beyond its own
    const shared = stage.invent.uuid();
    for (const [operationId, make] of Object.entries(TWINS)) {
      const operation = operationOf(operationId);
      const schema = requestSchemaOf(operation);
      if (!takesIdempotencyKey(operation) || !holds({ offers: operationId }, stage.claim)) continue;
      yield step('CALL', `${operationId}, again and again`, `反复提交 ${operationId}`);
      const twin = await make(stage);
      if (twin === undefined || schema === undefined) continue;
      const ask = (input: CallInput) =>
        twin.as === undefined
          ? stage.call(operationId, input)
          : stage.callAs(twin.as, operationId, input);
      const input = inputOf(twin);
      const first = await ask({
        ...input,
        idempotencyKey: shared,
        intent: 'CONTROL',
        probe: 'repeat-first',
      });
      if (!isAccepted(first)) continue;
      await ask({ ...input, idempotencyKey: shared, intent: 'PROBE', probe: 'repeat-again' });
      const twinOf = first.seq;
      const body = otherThan(stage, schema, twin.body);
      if (body !== undefined)
        await ask({ ...input, body, idempotencyKey: shared, probe: 'repeat-other', twinOf });
      await ask({ ...input, idempotencyKey: null, probe: 'repeat-keyless', twinOf });

      const raced = await make(stage);
      if (raced === undefined) continue;
      const idempotencyKey = stage.invent.uuid();
      await stage.together(
        [1, 2].map(
          () => () =>
            ask({ ...inputOf(raced), idempotencyKey, intent: 'PROBE', probe: 'repeat-race' }),
        ),
      );
    }
  },
});
