import { registry } from '@openwaybill/schemas';
import type { Stage } from '../drive/stage.ts';
import { drawnWalks } from '../models/drawn-walks.ts';
import { commandOf, giveIn } from '../models/give-command.ts';
import { stateShown } from '../models/judge-step.ts';
import { rulingOf } from '../models/ruling.ts';
import type { Subject, Walk } from '../models/walk.ts';
import { cellsOf, type FactCell, factCellsOf } from '../models/walks.ts';
import type { RequirementId, Scenario } from '../words.ts';
import { defineScenario, step, text } from './scenario.ts';

/** Every command in one state: those that are refused leave a resource as it is, those that are taken need a fresh one. */
const cover = async (stage: Stage, walk: Walk, state: string): Promise<void> => {
  const { reach } = walk.states[state] ?? {};
  const cells = cellsOf(walk, stage.claim)
    .filter((cell) => cell.state === state)
    .map(({ operation }) => ({ operation, ...rulingOf(walk.entity, operation, state) }))
    .sort((a, b) => Number(a.isNamed) - Number(b.isNamed));
  let subject: Subject | undefined;
  let shown: string | undefined;
  // a state in which nothing is commanded is looked at all the same, where no fact is looked for in it
  const isLookedAt = factCellsOf(walk, stage.claim).some((cell) => cell.state === state);
  if (cells.length === 0 && !isLookedAt) {
    subject = await reach?.(stage);
    if (subject !== undefined)
      await commandOf(stage, subject, walk.read, {
        path: subject.path,
        probe: `reached.${walk.entity}.${state}`,
      });
  }
  for (const { operation } of cells) {
    if (shown !== state) subject = await reach?.(stage);
    if (subject === undefined) return;
    shown = await giveIn(stage, walk, subject, { operation, state });
    if (shown === undefined) return;
  }
};

/** One fact between two looks; the state afterwards, or nothing where it was another before. */
const causeIn = async (
  stage: Stage,
  walk: Walk,
  subject: Subject,
  { fact, state }: FactCell,
): Promise<string | undefined> => {
  const name = `${walk.entity}.${fact}.${state}`;
  const read = (probe: string) =>
    commandOf(stage, subject, walk.read, { path: subject.path, probe: `${probe}.${name}` });
  if (stateShown(await read('fact-before')) !== state) return undefined;
  await walk.facts?.[fact]?.cause(stage, subject);
  return stateShown(await read('fact-after'));
};

/** Every fact in every state that names it: where one leads to a state in which another is open, on the same resource. */
const coverFacts = async (stage: Stage, walk: Walk): Promise<void> => {
  const open = new Set(factCellsOf(walk, stage.claim));
  const openIn = (state: string | undefined): FactCell | undefined =>
    [...open].find((cell) => cell.state === state);
  for (const first of open) {
    const subject = await walk.states[first.state]?.reach(stage);
    if (subject === undefined) {
      open.delete(first);
      continue;
    }
    for (let cell: FactCell | undefined = first; cell !== undefined; ) {
      open.delete(cell);
      cell = openIn(await causeIn(stage, walk, subject, cell));
    }
  }
};

/** A walk over one lifecycle: every command in every state that can be reached, then commands in drawn orders. */
export const modelOf = (walk: Walk, touches: readonly RequirementId[], zh: string): Scenario =>
  defineScenario({
    id: `model-${walk.name ?? walk.entity}`,
    title: text(`The lifecycle of: ${walk.entity}`, `${zh}的生命周期`),
    system: walk.role,
    when: { offers: walk.read },
    tier: 'W',
    ...(walk.movesClock === undefined ? {} : { movesClock: walk.movesClock }),
    touches: [...touches, 'DSC-021', 'DSC-024'],
    run: async function* (stage) {
      for (const [state, { needs }] of Object.entries(walk.states)) {
        if (needs !== undefined && !stage.offers(needs)) continue;
        yield step('CALL', `Every command in state ${state}`, `${state} 状态下的全部命令`);
        await cover(stage, walk, state);
      }
      yield step('CALL', 'Every fact in every state', '各状态下的全部事实');
      await coverFacts(stage, walk);
      yield step('CALL', 'Commands and facts in drawn orders', '随机次序的命令与事实');
      await drawnWalks(stage, walk);
    },
  });

/** The scenario of a lifecycle that has nothing to say beyond its table. */
export const modelOfWalk = (walk: Walk): Scenario => {
  const lifecycle = registry.lifecycles.find(({ entity }) => entity === walk.entity);
  if (lifecycle === undefined) throw new Error(`there is no lifecycle ${walk.entity}`);
  return modelOf(walk, [lifecycle.refusals], lifecycle.title.zh);
};
