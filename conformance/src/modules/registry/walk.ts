import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import type { Subject, Walk } from '../../models/walk.ts';
import { causeFact } from '../../models/walk-from.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { own, registration } from './scenarios.ts';

/** The application that a walk began last: of one kind only one may be open. */
const open = new WeakMap<Stage, string>();

const happens = (stage: Stage, resourceId: string, fact: string) =>
  causeFact(stage, { collection: 'licence-applications', resourceId, fact });

const read = (stage: Stage, applicationId: string) =>
  stage.call('getLicenceApplication', { path: { applicationId } });

const supplement = (stage: Stage, applicationId: string) =>
  stage.call('supplementLicenceApplication', {
    path: { applicationId },
    body: exampleBody('supplementLicenceApplication'),
    intent: 'PREPARE',
  });

/** The regulator refuses what is still open. */
const close = async (stage: Stage): Promise<void> => {
  const applicationId = open.get(stage);
  if (applicationId === undefined) return;
  const { status } = answerOf(await read(stage, applicationId)) ?? {};
  if (status === 'RETURNED') await supplement(stage, applicationId);
  if (status === 'RETURNED' || status === 'SUBMITTED')
    await happens(stage, applicationId, 'APPLICATION_ACCEPTED');
  await happens(stage, applicationId, 'APPLICATION_REFUSED');
};

/** A fresh application for a change, which makes no new licence, and what happened to it. */
const after = (...facts: readonly string[]) => ({
  needs: 'ACTIONS',
  reach: async (stage: Stage): Promise<Subject | undefined> => {
    await close(stage);
    const applied = await stage.call('applyForLicence', {
      body: { ...exampleBody('applyForLicence'), partyId: stage.partyId(), kind: 'CHANGE' },
      intent: 'PREPARE',
    });
    const applicationId: unknown = answerOf(applied)?.applicationId;
    if (!isAccepted(applied) || typeof applicationId !== 'string') return undefined;
    open.set(stage, applicationId);
    for (const fact of facts)
      if ((await happens(stage, applicationId, fact)) === undefined) return undefined;
    const revision = answerOf(await read(stage, applicationId))?.revision;
    return { path: { applicationId }, revision };
  },
});

/** Applications at a regulator; the last state that is reached is an end. */
export const applicationWalk: Walk = {
  entity: 'licence-application',
  role: 'regulator',
  read: 'getLicenceApplication',
  states: {
    SUBMITTED: after(),
    RETURNED: after('APPLICATION_RETURNED'),
    ACCEPTED: after('APPLICATION_ACCEPTED'),
    GRANTED: after('APPLICATION_ACCEPTED', 'APPLICATION_GRANTED'),
    REFUSED: after('APPLICATION_ACCEPTED', 'APPLICATION_REFUSED'),
  },
  commands: {
    supplementLicenceApplication: (_stage, { path }) => ({
      path,
      body: exampleBody('supplementLicenceApplication'),
    }),
  },
};

const licenceHappens =
  (fact: string) =>
  (stage: Stage, { path }: Subject) =>
    causeFact(stage, { collection: 'licences', resourceId: path.licenceNo ?? '', fact });

/** A licence of the runner, from an application of its own. */
const licensed = async (stage: Stage): Promise<Subject | undefined> => {
  await stage.call('putParty', { ...(await registration(stage)), intent: 'PREPARE' });
  await close(stage);
  const applied = await stage.call('applyForLicence', {
    body: own(stage, 'applyForLicence'),
    intent: 'PREPARE',
  });
  const applicationId: unknown = answerOf(applied)?.applicationId;
  if (!isAccepted(applied) || typeof applicationId !== 'string') return undefined;
  for (const fact of ['APPLICATION_ACCEPTED', 'APPLICATION_GRANTED'])
    await happens(stage, applicationId, fact);
  const { licenceNo } = answerOf(await read(stage, applicationId)) ?? {};
  if (typeof licenceNo !== 'string') return undefined;
  const shown = await stage.call('getLicence', { path: { licenceNo } });
  return { path: { licenceNo }, revision: answerOf(shown)?.revision };
};

const LICENCE = { needs: 'ACTIONS', reach: licensed } as const;

/** Licences at a regulator, which nobody commands; the last one that is granted is suspended and restored. */
export const licenceWalk: Walk = {
  entity: 'licence',
  role: 'regulator',
  read: 'getLicence',
  states: {
    VALID: LICENCE,
    SUSPENDED: {
      needs: 'ACTIONS',
      reach: async (stage) => {
        const subject = await licensed(stage);
        if (subject !== undefined) await licenceHappens('LICENCE_SUSPENDED')(stage, subject);
        return subject;
      },
    },
  },
  coversFacts: true,
  facts: {
    VALIDITY_OVER: {
      needs: 'ACTIONS',
      from: ['VALID'],
      cause: licenceHappens('VALIDITY_OVER'),
    },
    LICENCE_REVOKED: {
      needs: 'ACTIONS',
      from: ['VALID', 'SUSPENDED'],
      cause: licenceHappens('LICENCE_REVOKED'),
    },
    LICENCE_SUSPENDED: {
      needs: 'ACTIONS',
      from: ['VALID'],
      cause: licenceHappens('LICENCE_SUSPENDED'),
    },
    LICENCE_RESTORED: {
      needs: 'ACTIONS',
      from: ['SUSPENDED'],
      cause: licenceHappens('LICENCE_RESTORED'),
    },
  },
  commands: {},
};

const partyHappens = (stage: Stage, fact: string) =>
  causeFact(stage, { collection: 'parties', resourceId: stage.partyId(), fact });

/** The runner itself in the register, reinstated where it was suspended. */
const registered = async (stage: Stage): Promise<Subject> => {
  const path = { partyId: stage.partyId() };
  await stage.call('putParty', { ...(await registration(stage)), intent: 'PREPARE' });
  const shown = answerOf(await stage.call('getParty', { path }));
  if (shown?.status === 'SUSPENDED') await partyHappens(stage, 'PARTY_REINSTATED');
  return { path, revision: shown?.revision };
};

const NEEDS = { needs: 'ACTIONS' } as const;

/** Parties in a register; at a regulator they follow their licences, of which a valid one is there by then. The runner is one, and stays. */
export const partyWalk: Walk = {
  entity: 'party',
  role: ['hub', 'regulator'],
  read: 'getParty',
  isOnlyCovered: true,
  states: {
    REGISTERED: { ...NEEDS, reach: registered },
    SUSPENDED: {
      ...NEEDS,
      reach: async (stage) => {
        const subject = await registered(stage);
        await partyHappens(stage, 'PARTY_SUSPENDED');
        return subject;
      },
    },
  },
  coversFacts: true,
  facts: {
    PARTY_SUSPENDED: {
      ...NEEDS,
      from: ['REGISTERED'],
      cause: (stage) => partyHappens(stage, 'PARTY_SUSPENDED'),
    },
    PARTY_REINSTATED: {
      ...NEEDS,
      from: ['SUSPENDED'],
      cause: (stage) => partyHappens(stage, 'PARTY_REINSTATED'),
    },
  },
  commands: { putParty: registration },
};
