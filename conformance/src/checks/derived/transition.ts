import { registry } from '@openwaybill/schemas';
import { drawnProbes } from '../../models/drawn-walks.ts';
import { judgeStep, type ModelStep, stateShown } from '../../models/judge-step.ts';
import { ledByFact, rulingOf } from '../../models/ruling.ts';
import type { Walk } from '../../models/walk.ts';
import { type Cell, cellsOf, type FactCell, factCellsOf, walksOf } from '../../models/walks.ts';
import { isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Claim, Finding, Observation, RequirementId } from '../../words.ts';
import { blocked, demand, holds } from '../check.ts';
import { byTable, stateSaid } from '../sayings.ts';
import { type Seen, seenOf } from '../seen.ts';

const walksFor = (claim: Claim, requirement: RequirementId): readonly Walk[] =>
  walksOf(claim).filter(
    ({ entity }) =>
      registry.lifecycles.find((one) => one.entity === entity)?.refusals === requirement,
  );

const caseOfCell = ({ operation, state }: Cell): string => `${operation}.${state}`;

/** A command that a guard may refuse need not be had accepted; nor is every state there to be seen. */
const isObligatory = (walk: Walk, { operation, state }: Cell): boolean =>
  walk.states[state]?.isOptional !== true &&
  rulingOf(walk.entity, operation, state).problems.length === 0;

const stepOf = (seen: Seen, { entity, states }: Walk, cell: Cell): ModelStep | undefined => {
  const hidden = states[cell.state]?.isHidden === true ? { hidden: cell.state } : {};
  const name = `${entity}.${caseOfCell(cell)}`;
  const [before, command, after] = ['cell-before', 'cell', 'cell-after'].map((probe) =>
    seen.one(`${probe}.${name}`),
  );
  return before === undefined || command === undefined || after === undefined
    ? undefined
    : { entity, ...hidden, before, command, after };
};

/** One command in one state; a refusal says something only of a server that takes the command somewhere. */
function* observeCell(seen: Seen, walk: Walk, cell: Cell): Generator<Finding> {
  const made = stepOf(seen, walk, cell);
  const finding = made && judgeStep(made);
  if (made === undefined || finding === undefined) return;
  const { isNamed } = rulingOf(walk.entity, cell.operation, cell.state);
  // a guard may refuse a command wherever it is named
  const legal = Object.keys(walk.states)
    .map((state) => ({ operation: cell.operation, state }))
    .filter(
      (one) => rulingOf(walk.entity, one.operation, one.state).isNamed && isObligatory(walk, one),
    )
    .flatMap((one) => stepOf(seen, walk, one) ?? []);
  const isTakenSomewhere = legal.length === 0 || legal.some(({ command }) => isAccepted(command));
  yield finding.says === 'HOLDS' && !isNamed && !isTakenSomewhere
    ? blocked(made.command, 'TWIN_NOT_ACCEPTED', `${cell.operation} was accepted in no state`)
    : finding;
}

const caseOfFact = ({ fact, state }: FactCell): string => `fact.${fact}.${state}`;

/** One fact in one state leads where the table says; where nothing came of it, it did not happen. */
function* observeFact(seen: Seen, { entity }: Walk, { fact, state }: FactCell): Generator<Finding> {
  const lifecycle = registry.lifecycles.find((one) => one.entity === entity);
  const [before, after] = ['fact-before', 'fact-after'].map((probe) =>
    seen.one(`${probe}.${entity}.${fact}.${state}`),
  );
  const reached = stateShown(after);
  if (lifecycle === undefined || before === undefined || after === undefined) return;
  if (reached === undefined || stateShown(before) !== state || reached === state) return;
  const wanted = ledByFact(lifecycle, state, fact);
  yield demand(wanted.has(reached), [after, before], byTable(wanted), stateSaid(reached), {
    pointer: '/status',
    surface: 'body',
  });
}

/** The steps of each drawn walk, in their order. */
const drawnIn = (
  entity: string,
  exchanges: readonly Exchange[],
  read: string,
): readonly (readonly ModelStep[])[] => {
  const { begin } = drawnProbes(entity);
  const walks: ModelStep[][] = [];
  let before: Exchange | undefined;
  let command: Exchange | undefined;
  for (const exchange of exchanges) {
    if (exchange.probe === begin || before === undefined) walks.push([]);
    else if (exchange.operation !== read) {
      command = exchange;
      continue;
    } else if (command !== undefined)
      walks.at(-1)?.push({ entity, before, command, after: exchange });
    before = exchange;
    command = undefined;
  }
  return walks;
};

/** Where a walk went against the table: the steps up to there. */
const failureOf = (
  steps: readonly ModelStep[],
): { readonly finding: Finding; readonly length: number } | undefined => {
  for (const [index, one] of steps.entries()) {
    const finding = judgeStep(one);
    if (finding?.says === 'VIOLATED') return { finding, length: index + 1 };
  }
  return undefined;
};

/** The drawn walks over one lifecycle: of those that fail, the shortest; it is unsteady if it passed when repeated. */
function* observeDrawn(seen: Seen, { entity, read }: Walk): Generator<Finding> {
  const { begin, move, again } = drawnProbes(entity);
  const exchanges = [...seen.probe(begin), ...seen.probe(move)].sort((a, b) => a.seq - b.seq);
  const walks = drawnIn(entity, exchanges, read);
  const failed = walks
    .flatMap((steps) => {
      const failure = failureOf(steps);
      return failure === undefined ? [] : [{ ...failure, steps }];
    })
    .sort((a, b) => a.length - b.length);
  const [shortest] = failed;
  if (shortest === undefined) {
    const last = walks.at(-1)?.at(-1);
    if (last !== undefined) yield holds(last.command, 'status');
    return;
  }
  const { finding, length, steps } = shortest;
  const commands = steps.slice(0, length).map(({ command }) => command.operation);
  if (finding.says === 'VIOLATED')
    yield {
      ...finding,
      actual: `${finding.actual}, after ${commands.join(', ')}`,
      zh: {
        expected: (finding.zh ?? finding).expected,
        actual: `${(finding.zh ?? finding).actual}，此前依次为 ${commands.join('、')}`,
      },
    };
  const repeated = drawnIn(entity, seen.probe(again), read).flat();
  if (repeated.length > 0 && failureOf(repeated) === undefined)
    yield holds(repeated[0]?.command ?? 0, 'status');
}

const obligatory = (claim: Claim, requirement: RequirementId, lacking?: 'BEYOND') =>
  walksFor(claim, requirement).flatMap((walk) =>
    cellsOf(walk, claim, lacking)
      .filter((cell) => isObligatory(walk, cell))
      .map(caseOfCell),
  );

const checkFor = (requirement: RequirementId): Check => ({
  requirements: [requirement],
  cases: (claim) => obligatory(claim, requirement),
  beyond: (claim) => obligatory(claim, requirement, 'BEYOND'),
  further: (claim) =>
    walksFor(claim, requirement).flatMap((walk) => [
      ...cellsOf(walk, claim).map(caseOfCell),
      ...factCellsOf(walk, claim).map(caseOfFact),
      `walk.${walk.entity}`,
    ]),
  judge: function* (transcript, claim): Generator<Observation> {
    const seen = seenOf(transcript, claim);
    for (const walk of walksFor(claim, requirement)) {
      for (const cell of cellsOf(walk, claim))
        for (const finding of observeCell(seen, walk, cell))
          yield { requirement, case: caseOfCell(cell), ...finding };
      for (const cell of factCellsOf(walk, claim))
        for (const finding of observeFact(seen, walk, cell))
          yield { requirement, case: caseOfFact(cell), ...finding };
      for (const finding of observeDrawn(seen, walk))
        yield { requirement, case: `walk.${walk.entity}`, ...finding };
    }
  },
});

/** Every lifecycle is kept to: its commands are taken where it names them, and refused, without effect, where not. */
export const transitionChecks: readonly Check[] = [
  ...new Set(registry.lifecycles.map(({ refusals }) => refusals)),
].map(checkFor);
