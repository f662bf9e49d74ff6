import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import type { Subject, Walk } from '../../models/walk.ts';
import { causeFact } from '../../models/walk-from.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

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
