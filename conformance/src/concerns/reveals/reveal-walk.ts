import { observation } from '../../drive/observation.ts';
import type { Stage } from '../../drive/stage.ts';
import type { Subject, Walk } from '../../models/walk.ts';
import { isAccepted } from '../../transcript/body.ts';
import { askFor, decide, inventedPerson, parcelFor, revealIdOf, sealedTo } from './ask.ts';

const OWNER = 'core';
/** How often a grant for the delivery may be used. */
const USES = 3;

/** A grant to the headquarters of a courier, for a parcel on its way. */
const granted = async (stage: Stage): Promise<Subject | undefined> => {
  if (!stage.has(OWNER) || stage.sealingKeyId(OWNER) === undefined) return undefined;
  const parcel = await parcelFor(stage, inventedPerson(stage, 'walk'));
  if (parcel === undefined) return undefined;
  const grant = await stage.callAs(OWNER, 'requestReveal', {
    body: askFor(parcel, 'FULFIL_DELIVER', ['ADDRESS'], sealedTo(stage, OWNER)),
    intent: 'PREPARE',
  });
  return isAccepted(grant)
    ? { path: { revealId: revealIdOf(grant) }, revision: Number.NaN, as: OWNER }
    : undefined;
};

/** A claim about a lost parcel, which a second person decides. */
const pending = async (stage: Stage): Promise<Subject | undefined> => {
  if (!stage.has(OWNER)) return undefined;
  const parcel = await parcelFor(stage, inventedPerson(stage, 'walk'));
  if (parcel === undefined) return undefined;
  for (const code of ['PICKED_UP', 'LOST'])
    await stage.deliver(await observation(stage, parcel.waybillNo, code));
  await stage.settle();
  const asked = await stage.callAs(OWNER, 'requestReveal', {
    body: askFor(parcel, 'SERVICE_CLAIM', ['NAME', 'ADDRESS']),
    intent: 'PREPARE',
  });
  return isAccepted(asked)
    ? { path: { revealId: revealIdOf(asked) }, revision: Number.NaN, as: OWNER }
    : undefined;
};

const after =
  (
    reach: (stage: Stage) => Promise<Subject | undefined>,
    happens: (stage: Stage, subject: Subject) => Promise<unknown>,
  ) =>
  async (stage: Stage): Promise<Subject | undefined> => {
    const subject = await reach(stage);
    if (subject !== undefined) await happens(stage, subject);
    await stage.settle();
    return subject;
  };

const rejected = (stage: Stage, { path }: Subject) => decide(stage, path.revealId ?? '', false);

const NEEDS = { needs: 'ACTIONS' } as const;

/** Reveals at a platform: granted, waiting for a second person, used up, rejected, taken back. */
export const revealWalk: Walk = {
  entity: 'reveal',
  role: 'platform',
  read: 'getReveal',
  states: {
    GRANTED: { ...NEEDS, reach: granted },
    PENDING_APPROVAL: { ...NEEDS, reach: pending },
    DENIED: { ...NEEDS, reach: after(pending, rejected) },
    CONSUMED: {
      ...NEEDS,
      reach: after(granted, async (stage, { path }) => {
        for (let used = 1; used < USES; used += 1)
          await stage.callAs(OWNER, 'readReveal', { path, intent: 'PREPARE' });
      }),
    },
    REVOKED: {
      ...NEEDS,
      reach: after(granted, (stage, { path }) =>
        stage.callAs(OWNER, 'revokeReveal', { path, intent: 'PREPARE' }),
      ),
    },
  },
  facts: {
    APPROVED: {
      ...NEEDS,
      from: ['PENDING_APPROVAL'],
      cause: async (stage, { path }) => {
        await decide(stage, path.revealId ?? '', true);
        await stage.settle();
      },
    },
  },
  commands: {
    readReveal: (_stage, { path }) => ({ path }),
    revokeReveal: (_stage, { path }) => ({ path }),
  },
};
