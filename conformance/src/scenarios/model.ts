import { registry } from '@openwaybill/schemas';
import { operationOf } from '../drive/operations.ts';
import type { CallInput, Stage } from '../drive/stage.ts';
import { illegalCells, isNamed } from '../models/commands.ts';
import type { Subject, Walk } from '../models/walk.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { RequirementId, Scenario } from '../words.ts';
import { defineScenario, step, text } from './scenario.ts';

const mayCall = (stage: Stage, as: NonNullable<Subject['as']>, operation: string): boolean => {
  const role = stage.roleOf(as);
  return role !== undefined && operationOf(operation).calledBy.includes(role);
};

/** As the owner of the resource, where the walk names one and it may call. */
const callOf = (stage: Stage, { as }: Subject, operation: string, input: CallInput) =>
  as === undefined || !mayCall(stage, as, operation)
    ? stage.call(operation, input)
    : stage.callAs(as, operation, input);

/** A walk over one lifecycle: every command from every state that can be reached, the illegal ones before the legal. */
export const modelOf = (walk: Walk, touches: readonly RequirementId[], zh: string): Scenario =>
  defineScenario({
    id: `model-${walk.entity}`,
    title: text(`The lifecycle of: ${walk.entity}`, `${zh}的生命周期`),
    system: walk.role,
    when: { offers: walk.read },
    tier: 'W',
    touches: [...touches, 'DSC-021', 'DSC-024'],
    run: async function* (stage) {
      const twins = new Map<string, number>();
      // a legal command is its own accepted twin in another state
      for (const [state, { needs, reach }] of Object.entries(walk.states)) {
        if (needs !== undefined && !stage.offers(needs)) continue;
        for (const [operation, inputOf] of Object.entries(walk.commands)) {
          if (!isNamed(walk.entity, operation, state) || twins.has(operation)) continue;
          yield step('CALL', 'A command that the table names', '表中允许的命令');
          const subject = await reach(stage);
          if (subject === undefined) continue;
          const legal = await callOf(stage, subject, operation, {
            ...(await inputOf(stage, subject)),
            intent: 'CONTROL',
            probe: 'legal-command',
          });
          if (isAccepted(legal)) twins.set(operation, legal.seq);
        }
      }
      for (const [state, { needs, reach }] of Object.entries(walk.states)) {
        const cells = illegalCells(walk, stage.claim).filter((cell) => cell.state === state);
        if (cells.length === 0 || (needs !== undefined && !stage.offers(needs))) continue;
        yield step('CALL', 'Commands that the table does not name', '表中未列的命令');
        const subject = await reach(stage);
        if (subject === undefined) continue;
        for (const { operation } of cells) {
          const input = await walk.commands[operation]?.(stage, subject);
          if (input === undefined) continue;
          const before = await callOf(stage, subject, walk.read, { path: subject.path });
          if (answerOf(before)?.status !== state) break;
          const twin = twins.get(operation);
          await callOf(stage, subject, operation, {
            ...input,
            intent: 'NEGATIVE',
            ...(twin === undefined ? {} : { twinOf: twin }),
            probe: `illegal.${walk.entity}.${operation}.${state}`,
          });
          await callOf(stage, subject, walk.read, {
            path: subject.path,
            probe: `after-illegal.${walk.entity}.${operation}.${state}`,
          });
        }
      }
    },
  });

/** The scenario of a lifecycle that has nothing to say beyond its table. */
export const modelOfWalk = (walk: Walk): Scenario => {
  const lifecycle = registry.lifecycles.find(({ entity }) => entity === walk.entity);
  if (lifecycle === undefined) throw new Error(`there is no lifecycle ${walk.entity}`);
  return modelOf(walk, [lifecycle.refusals], lifecycle.title.zh);
};
