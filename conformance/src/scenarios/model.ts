import { illegalCells, isNamed, type Walk } from '../models/commands.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { RequirementId, Scenario } from '../words.ts';
import { defineScenario, step, text } from './scenario.ts';

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
          const legal = await stage.call(operation, {
            ...inputOf(stage, subject),
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
          const input = walk.commands[operation]?.(stage, subject);
          if (input === undefined) continue;
          const before = await stage.call(walk.read, { path: subject.path });
          if (answerOf(before)?.status !== state) break;
          const twin = twins.get(operation);
          await stage.call(operation, {
            ...input,
            intent: 'NEGATIVE',
            ...(twin === undefined ? {} : { twinOf: twin }),
            probe: `illegal.${walk.entity}.${operation}.${state}`,
          });
          await stage.call(walk.read, {
            path: subject.path,
            probe: `after-illegal.${walk.entity}.${operation}.${state}`,
          });
        }
      }
    },
  });
