import { act } from '../drive/prepare.ts';
import type { Stage } from '../drive/stage.ts';
import { dayOf, signedTermsOf } from '../drive/terms.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Subject, Walk } from './walk.ts';

type Terms = Parameters<Stage['invent']['proposal']>[0];
type Reach = (stage: Stage) => Promise<Subject | undefined>;

/** A day after everything that a run does: these terms never come into effect. */
const NEVER = '2099-01-01';
/** Longer than a civil day. */
const A_DAY_LATER = 'P1DT1H';

type TermsOf = (stage: Stage) => Promise<Terms>;

const never: TermsOf = async () => ({ effectiveFromOn: NEVER });

/** In effect at once, and for no day longer. */
const today: TermsOf = async (stage) => {
  const day = dayOf(await stage.now());
  return { effectiveFromOn: day, effectiveToOn: day };
};

const ending = async (stage: Stage) => ({
  reason: '撤回',
  effectiveOn: dayOf(await stage.now()),
});

const current = async (stage: Stage, path: Subject['path']): Promise<Subject> => {
  const read = await stage.call('getAgreement', { path });
  return { path, revision: answerOf(read)?.revision };
};

const proposed =
  (terms = never): Reach =>
  async (stage) => {
    const made = await stage.call('proposeAgreement', {
      body: stage.invent.proposal(await terms(stage)),
      intent: 'PREPARE',
    });
    return isAccepted(made)
      ? { path: { agreementId: String(answerOf(made)?.agreementId) }, revision: 1 }
      : undefined;
  };

/** A proposal to which the system did something of its own. */
const acted =
  (action: string, terms = never): Reach =>
  async (stage) => {
    const subject = await proposed(terms)(stage);
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
const signed =
  (terms = never): Reach =>
  async (stage) => {
    const subject = await acted('SIGN_AGREEMENT', terms)(stage);
    if (subject === undefined) return undefined;
    await stage.call('signAgreement', { ...(await sign(stage, subject.path)), intent: 'PREPARE' });
    await stage.settle();
    return current(stage, subject.path);
  };

/** One of which a command was given. */
const commanded =
  (
    reach: Reach,
    operation: 'terminateAgreement' | 'suspendAgreement',
    body?: (stage: Stage) => Promise<unknown>,
  ): Reach =>
  async (stage) => {
    const subject = await reach(stage);
    if (subject === undefined) return undefined;
    await stage.call(operation, {
      path: subject.path,
      ...(body === undefined ? {} : { body: await body(stage) }),
      intent: 'PREPARE',
    });
    return current(stage, subject.path);
  };

/** In effect for a day, beside those that everything else stands on; nothing where the system does not sign on demand. */
const effective: Reach = async (stage) =>
  stage.offers('ACTIONS') ? signed(today)(stage) : undefined;

const suspended = commanded(effective, 'suspendAgreement');

const expired: Reach = async (stage) => {
  if (!stage.offers('CLOCK')) return undefined;
  const subject = await effective(stage);
  if (subject === undefined) return undefined;
  await stage.advance(A_DAY_LATER);
  return current(stage, subject.path);
};

const NEEDS = { needs: 'ACTIONS' } as const;

/** Agreements of their own: those that everything else stands on are left as they are. */
export const agreement: Walk = {
  entity: 'agreement',
  role: 'any',
  read: 'getAgreement',
  movesClock: true,
  states: {
    PROPOSED: { reach: proposed() },
    DECLINED: { reach: commanded(proposed(), 'terminateAgreement', ending) },
    COUNTERED: { ...NEEDS, reach: acted('COUNTER_AGREEMENT') },
    SIGNED: { ...NEEDS, reach: signed() },
    TERMINATED: { ...NEEDS, reach: commanded(signed(), 'terminateAgreement', ending) },
    // without test control they are tried on those that there are, where the life of one is told
    EFFECTIVE: { isOptional: true, reach: effective },
    SUSPENDED: { isOptional: true, reach: suspended },
    EXPIRED: { needs: 'CLOCK', isOptional: true, reach: expired },
  },
  coversFacts: true,
  facts: {
    EFFECTIVE_TO: {
      needs: 'CLOCK',
      from: ['EFFECTIVE', 'SUSPENDED'],
      cause: (stage) => stage.advance(A_DAY_LATER),
    },
  },
  commands: {
    suspendAgreement: (_stage, { path }) => ({ path }),
    resumeAgreement: (_stage, { path }) => ({ path }),
    terminateAgreement: async (stage, { path }) => ({ path, body: await ending(stage) }),
    counterAgreement: (stage, { path, revision }) => ({
      path,
      body: { ...stage.invent.proposal({ effectiveFromOn: NEVER }), baseRevision: revision },
    }),
    signAgreement: (stage, { path }) => sign(stage, path),
  },
};
