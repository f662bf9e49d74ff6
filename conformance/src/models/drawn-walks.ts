import fc from 'fast-check';
import type { Stage } from '../drive/stage.ts';
import { answerOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import { commandOf } from './give-command.ts';
import { judgeStep, stateShown } from './judge-step.ts';
import { rulingOf } from './ruling.ts';
import { isGivenIn, type Subject, type Walk } from './walk.ts';

/** The most moves of one walk. */
const LONGEST = 12;
/** Walks that are given to looking for a shorter one that fails. */
const SHRINKING = 40;

/** One thing that is done to a resource, where it stands; whether that went against the table. */
type Move = {
  readonly name: string;
  /** Facts happen only where the table names them; commands are given wherever the walk gives them. */
  readonly isPossible: (state: string) => boolean;
  readonly make: (
    subject: Subject,
    before: Exchange,
  ) => Promise<{ readonly after: Exchange; readonly isOff: boolean }>;
};

/** Where the exchanges of a drawn walk are found: its beginning, its moves, and the shortest failing one repeated. */
export const drawnProbes = (entity: string) => ({
  begin: `walk-begin.${entity}`,
  move: `walk.${entity}`,
  again: `walk-again.${entity}`,
});

const look = (stage: Stage, walk: Walk, subject: Subject, probe: string): Promise<Exchange> =>
  commandOf(stage, subject, walk.read, { path: subject.path, probe });

const movesOf = (stage: Stage, walk: Walk, probe: string): readonly Move[] => [
  ...Object.entries(walk.commands).map(
    ([operation, inputOf]): Move => ({
      name: operation,
      isPossible: (state) => isGivenIn(walk, operation, state),
      make: async (subject, before) => {
        const current = { ...subject, revision: Number(answerOf(before)?.revision) };
        const { isNamed } = rulingOf(walk.entity, operation, stateShown(before) ?? '');
        const command = await commandOf(stage, current, operation, {
          ...(await inputOf(stage, current)),
          intent: isNamed ? 'PROBE' : 'NEGATIVE',
          probe,
        });
        const after = await look(stage, walk, subject, probe);
        const finding = judgeStep({ entity: walk.entity, before, command, after });
        return { after, isOff: finding?.says === 'VIOLATED' };
      },
    }),
  ),
  ...Object.entries(walk.facts ?? {}).flatMap(([name, { needs, from, cause }]): readonly Move[] =>
    // a clock that is moved in every walk would soon be years ahead
    needs !== 'CLOCK' && stage.offers(needs)
      ? [
          {
            name,
            isPossible: (state) => from.includes(state),
            make: async (subject) => {
              await cause(stage, subject);
              return { after: await look(stage, walk, subject, probe), isOff: false };
            },
          },
        ]
      : [],
  ),
];

/**
 * Commands and facts in drawn orders, each walk on a fresh resource. A walk that goes against the table is shortened
 * against fresh ones, and the shortest is repeated once, to see whether it does so every time; what went wrong is
 * judged from the transcript.
 */
export const drawnWalks = async (stage: Stage, walk: Walk): Promise<void> => {
  const { modelRuns } = stage.run;
  const { begin, move, again } = drawnProbes(walk.entity);
  const [first] = Object.values(walk.states).filter(
    ({ needs }) => needs === undefined || stage.offers(needs),
  );
  const count = movesOf(stage, walk, move).length;
  // what nobody commands leads off no table
  const hasCommands = Object.keys(walk.commands).length > 0;
  if (first === undefined || !hasCommands || modelRuns === 0 || walk.isOnlyCovered) return;

  /** Makes the moves, as far as they are possible; the names of those that led off the table. */
  const go = async (
    drawn: readonly (number | null)[],
    probes: { readonly begin: string; readonly move: string },
  ): Promise<readonly string[] | undefined> => {
    const subject = await first.reach(stage);
    if (subject === undefined) return undefined;
    const moves = movesOf(stage, walk, probes.move);
    let read = await look(stage, walk, subject, probes.begin);
    const made: string[] = [];
    for (const index of drawn) {
      const state = stateShown(read);
      if (state === undefined) return undefined;
      const one = index === null ? undefined : moves[index];
      if (one === undefined || !one.isPossible(state)) continue;
      made.push(one.name);
      const { after, isOff } = await one.make(subject, read);
      if (isOff) return made;
      read = after;
    }
    return undefined;
  };

  let left = modelRuns + SHRINKING;
  let shortest: readonly string[] = [];
  const thrown: unknown[] = [];
  // what a shorter walk leaves out is drawn as nothing, so that walks are long before they are shortened
  const drawnMove = fc.option(fc.nat({ max: count - 1 }), { freq: LONGEST });
  const found = await fc.check(
    fc.asyncProperty(
      fc.tuple(...Array.from({ length: LONGEST }, () => drawnMove)),
      async (drawn) => {
        left -= 1;
        if (left < 0 || thrown.length > 0) return true;
        try {
          const off = await go(drawn, { begin, move });
          if (off !== undefined) shortest = off;
          return off === undefined;
        } catch (error) {
          // no walk that leads off the table: it goes on upwards below
          thrown.push(error);
          return false;
        }
      },
    ),
    { numRuns: modelRuns, seed: Math.floor(stage.random() * 0x7fffffff), unbiased: true },
  );
  if (thrown.length > 0) throw thrown[0];
  if (!found.failed) return;
  stage.note(`${walk.entity}: ${shortest.join(', ')} leads off the table`);
  await go(found.counterexample?.[0] ?? [], { begin: again, move: again });
};
