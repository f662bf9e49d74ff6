import type { PrivacyBreachNotice } from '@openwaybill/schemas';
import { observation } from '../../drive/observation.ts';
import { physicalRoute } from '../../drive/physical-route.ts';
import type { Stage } from '../../drive/stage.ts';
import { ENDS } from '../../models/reached.ts';
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
    ? {
        path: { revealId: revealIdOf(grant), waybillNo: parcel.waybillNo },
        revision: Number.NaN,
        as: OWNER,
      }
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
    ? {
        path: { revealId: revealIdOf(asked), waybillNo: parcel.waybillNo },
        revision: Number.NaN,
        as: OWNER,
      }
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

const decided =
  (isApproved: boolean) =>
  async (stage: Stage, { path }: Subject): Promise<void> => {
    await decide(stage, path.revealId ?? '', isApproved);
    await stage.settle();
  };

/** The platform hears how the parcel goes on. */
const scans =
  (codes: readonly string[]) =>
  async (stage: Stage, { path }: Subject): Promise<void> => {
    for (const code of codes)
      await stage.deliver(await observation(stage, path.waybillNo ?? '', code));
    await stage.settle();
  };

/** The courier tells that data leaked: nothing that it was granted stands. */
const leaked = async (stage: Stage): Promise<void> => {
  const notice: PrivacyBreachNotice = {
    breachId: stage.invent.uuid(),
    discoveredAt: new Date(await stage.now()).toISOString(),
    categories: ['personal'],
    affectedCount: 1,
    measures: '已停用相关接口凭据',
  };
  await stage.deliver({
    type: 'org.openwaybill.consignee.breach.reported',
    subject: notice.breachId,
    data: notice,
  });
  await stage.settle();
};

const later =
  (by: string) =>
  async (stage: Stage): Promise<void> => {
    await stage.advance(by);
  };

/** Longer than anybody inside the platform has for a decision. */
const OVERDUE = 'PT31M';
/** Longer than a grant for the delivery lives. */
const LIFE_OVER = 'P30DT1H';
/** On its way back a parcel is at no stage of a delivery, and not at its end. */
const BACK = ENDS.returned.slice(0, ENDS.returned.indexOf('RETURN_DELIVERED'));

const NEEDS = { needs: 'ACTIONS' } as const;
const CLOCK = { needs: 'CLOCK' } as const;

/** Reveals at a platform: granted, waiting for a second person, used up, rejected, taken back, and over. */
export const revealWalk: Walk = {
  entity: 'reveal',
  role: 'platform',
  read: 'getReveal',
  movesClock: true,
  states: {
    GRANTED: { ...NEEDS, reach: granted },
    PENDING_APPROVAL: { ...NEEDS, reach: pending },
    DENIED: { ...NEEDS, reach: after(pending, decided(false)) },
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
    EXPIRED: { ...CLOCK, isOptional: true, reach: after(pending, later(OVERDUE)) },
  },
  coversFacts: true,
  facts: {
    APPROVED: { ...NEEDS, from: ['PENDING_APPROVAL'], cause: decided(true) },
    REJECTED: { ...NEEDS, from: ['PENDING_APPROVAL'], cause: decided(false) },
    STAGE_LEFT: { ...NEEDS, from: ['GRANTED', 'CONSUMED'], cause: scans(BACK) },
    // no purpose of a delivery waits for a second person
    PARCEL_TERMINAL: { ...NEEDS, from: ['GRANTED', 'CONSUMED'], cause: scans(physicalRoute) },
    WITHDRAWN: { ...NEEDS, from: ['PENDING_APPROVAL', 'GRANTED', 'CONSUMED'], cause: leaked },
    APPROVAL_OVERDUE: { ...CLOCK, from: ['PENDING_APPROVAL'], cause: later(OVERDUE) },
    LIFE_OVER: { ...CLOCK, from: ['GRANTED', 'CONSUMED'], cause: later(LIFE_OVER) },
  },
  commands: {
    readReveal: (_stage, { path }) => ({ path }),
    revokeReveal: (_stage, { path }) => ({ path }),
  },
};
