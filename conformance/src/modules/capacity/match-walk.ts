import type { Stage } from '../../drive/stage.ts';
import type { Subject, Walk } from '../../models/walk.ts';
import { causeFact } from '../../models/walk-from.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { decide, matched } from './market.ts';

const subjectOf = async (stage: Stage, matchId: string): Promise<Subject | undefined> => {
  const path = { matchId };
  const seen = await stage.call('getMatch', { path });
  return isAccepted(seen) ? { path, revision: answerOf(seen)?.revision } : undefined;
};

const reached = async (
  stage: Stage,
  drive: (matchId: string, revision: number) => Promise<unknown>,
): Promise<Subject | undefined> => {
  const match = await matched(stage);
  if (match === undefined) return undefined;
  await drive(match.matchId, match.revision);
  return subjectOf(stage, match.matchId);
};

const agree = async (stage: Stage, matchId: string, revision: number): Promise<void> => {
  await decide(stage, 'runner', matchId, { decision: 'ACCEPT', revision });
  await decide(stage, 'courier', matchId, { decision: 'ACCEPT', revision });
};

const cause = (stage: Stage, resourceId: string, fact: string) =>
  causeFact(stage, { collection: 'matches', resourceId, fact });

/** Two sides bring a match into each of its states. */
export const matchWalk: Walk = {
  entity: 'match',
  role: 'hub',
  read: 'getMatch',
  states: {
    CONFIRMED: { reach: (stage) => reached(stage, (id, revision) => agree(stage, id, revision)) },
    COUNTERED: {
      isOptional: true,
      reach: (stage) =>
        reached(stage, (id, revision) =>
          decide(stage, 'courier', id, { decision: 'COUNTER', revision, counterQuantity: 30 }),
        ),
    },
    DECLINED: {
      reach: (stage) =>
        reached(stage, (id, revision) =>
          decide(stage, 'courier', id, { decision: 'DECLINE', revision }),
        ),
    },
    EXPIRED: {
      needs: 'ACTIONS',
      reach: (stage) => reached(stage, (id) => cause(stage, id, 'EXPIRES_AT_PASSED')),
    },
    FULFILLED: {
      needs: 'ACTIONS',
      reach: (stage) =>
        reached(stage, async (id, revision) => {
          await agree(stage, id, revision);
          await cause(stage, id, 'CAPACITY_USED');
        }),
    },
    BREACHED: {
      needs: 'ACTIONS',
      reach: (stage) =>
        reached(stage, async (id, revision) => {
          await agree(stage, id, revision);
          await cause(stage, id, 'SLOT_ENDED');
        }),
    },
  },
  coversFacts: true,
  facts: {
    EXPIRES_AT_PASSED: {
      needs: 'ACTIONS',
      from: ['COUNTERED'],
      cause: (stage, { path }) => cause(stage, path.matchId ?? '', 'EXPIRES_AT_PASSED'),
    },
  },
  commands: {
    decideMatch: (_stage, { path, revision }) => ({
      path,
      body: { decision: 'ACCEPT', revision },
    }),
  },
};
