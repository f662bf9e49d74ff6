import { act } from '../drive/prepare.ts';
import type { Stage } from '../drive/stage.ts';
import { signedTermsOf } from '../drive/terms.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Subject, Walk } from './walk.ts';

/** A day after everything that a run does: these terms never come into effect. */
const NEVER = '2099-01-01';
const ending = { reason: '撤回', effectiveOn: '2026-12-01' };

const current = async (stage: Stage, path: Subject['path']): Promise<Subject> => {
  const read = await stage.call('getAgreement', { path });
  return { path, revision: answerOf(read)?.revision };
};

const proposed = async (stage: Stage): Promise<Subject | undefined> => {
  const made = await stage.call('proposeAgreement', {
    body: stage.invent.proposal({ effectiveFromOn: NEVER }),
    intent: 'PREPARE',
  });
  return isAccepted(made)
    ? { path: { agreementId: String(answerOf(made)?.agreementId) }, revision: 1 }
    : undefined;
};

/** A proposal to which the system did something of its own. */
const acted =
  (action: string) =>
  async (stage: Stage): Promise<Subject | undefined> => {
    const subject = await proposed(stage);
    if (subject === undefined) return undefined;
    await act(stage, action, { agreementId: subject.path.agreementId });
    await stage.settle();
    return current(stage, subject.path);
  };

const signature = async (stage: Stage, path: Subject['path']) => {
  const terms = answerOf(await stage.call('getAgreement', { path }));
  return {
    ...(await stage.sign(signedTermsOf(terms))),
    signedAt: new Date(await stage.now()).toISOString(),
    revision: Number(terms?.revision ?? 1),
  };
};

const sign = async (stage: Stage, path: Subject['path']) => ({
  path,
  body: await signature(stage, path),
});

/** Signed by both. */
const signed = async (stage: Stage): Promise<Subject | undefined> => {
  const subject = await acted('SIGN_AGREEMENT')(stage);
  if (subject === undefined) return undefined;
  await stage.call('signAgreement', { ...(await sign(stage, subject.path)), intent: 'PREPARE' });
  return current(stage, subject.path);
};

const ended =
  (reach: (stage: Stage) => Promise<Subject | undefined>) =>
  async (stage: Stage): Promise<Subject | undefined> => {
    const subject = await reach(stage);
    if (subject === undefined) return undefined;
    await stage.call('terminateAgreement', {
      path: subject.path,
      body: ending,
      intent: 'PREPARE',
    });
    return current(stage, subject.path);
  };

/** Of an agreement that everything else stands on only what is refused is tried, where its life is told. */
const inUse = { isOptional: true, reach: async () => undefined } as const;

/** Agreements that never come into effect: those that do are shared by everything else that a run does. */
export const agreement: Walk = {
  entity: 'agreement',
  role: 'any',
  read: 'getAgreement',
  states: {
    PROPOSED: { reach: proposed },
    DECLINED: { reach: ended(proposed) },
    COUNTERED: { needs: 'ACTIONS', reach: acted('COUNTER_AGREEMENT') },
    SIGNED: { needs: 'ACTIONS', reach: signed },
    TERMINATED: { needs: 'ACTIONS', reach: ended(signed) },
    EFFECTIVE: inUse,
    SUSPENDED: inUse,
  },
  commands: {
    suspendAgreement: (_stage, { path }) => ({ path }),
    resumeAgreement: (_stage, { path }) => ({ path }),
    terminateAgreement: (_stage, { path }) => ({ path, body: ending }),
    counterAgreement: (stage, { path, revision }) => ({
      path,
      body: { ...stage.invent.proposal({ effectiveFromOn: NEVER }), baseRevision: revision },
    }),
    signAgreement: (stage, { path }) => sign(stage, path),
  },
};
