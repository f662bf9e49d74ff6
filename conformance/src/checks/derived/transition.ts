import { registry } from '@openwaybill/schemas';
import { illegalCells, walksOf } from '../../models/commands.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Check, Claim, Observation, RequirementId } from '../../words.ts';
import { demand, refusedWith, violated } from '../check.ts';
import { type Seen, seenOf } from '../seen.ts';

type Cell = {
  readonly entity: string;
  readonly operation: string;
  readonly state: string;
  readonly requirement: RequirementId;
};

const cellsOf = (claim: Claim): readonly Cell[] =>
  walksOf(claim).flatMap((walk) => {
    const refusals = registry.lifecycles.find(({ entity }) => entity === walk.entity)?.refusals;
    return refusals === undefined
      ? []
      : illegalCells(walk, claim).map((cell) => ({
          ...cell,
          entity: walk.entity,
          requirement: refusals,
        }));
  });

const caseOfCell = ({ operation, state }: Cell): string => `${operation}.${state}`;

function* observe(seen: Seen, cell: Cell): Generator<Observation> {
  const about = { requirement: cell.requirement, case: caseOfCell(cell) };
  const name = `${cell.entity}.${cell.operation}.${cell.state}`;
  const refused = seen.one(`illegal.${name}`);
  const after = seen.one(`after-illegal.${name}`);
  // whether the refusal needs a twin: a command that no state of the walk takes has none
  const finding = refusedWith(seen, refused, {
    status: 409,
    code: 'STATE_ILLEGAL',
    needsTwin: false,
  });
  if (refused === undefined || finding === undefined) return;
  if (finding.says === 'HOLDS') {
    const { from, command } = answerOf(refused) ?? {};
    if (from !== cell.state || command !== cell.operation) {
      yield {
        ...about,
        ...violated(
          refused,
          `from ${cell.state} and command ${cell.operation}`,
          'another state or command',
          { pointer: '/from', surface: 'body' },
        ),
      };
      return;
    }
  }
  yield { ...about, ...finding };
  if (after !== undefined && isAccepted(after))
    yield {
      ...about,
      ...demand(
        answerOf(after)?.status === cell.state,
        [after, refused],
        `status ${cell.state}, as before`,
        `status ${answerOf(after)?.status}`,
        { pointer: '/status', surface: 'body' },
      ),
    };
}

const checkFor = (requirement: RequirementId): Check => ({
  requirements: [requirement],
  cases: (claim) =>
    cellsOf(claim)
      .filter((cell) => cell.requirement === requirement)
      .map(caseOfCell),
  judge: function* (transcript, claim) {
    const seen = seenOf(transcript, claim);
    for (const cell of cellsOf(claim))
      if (cell.requirement === requirement) yield* observe(seen, cell);
  },
});

/** Every command that a lifecycle does not name from a state is refused there and changes nothing. */
export const transitionChecks: readonly Check[] = [
  ...new Set(registry.lifecycles.map(({ refusals }) => refusals)),
].map(checkFor);
