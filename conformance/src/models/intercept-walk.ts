import { labelFormatOf } from '../drive/prepare.ts';
import type { Stage } from '../drive/stage.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import { reason, scanned } from './reached.ts';
import type { Subject, Walk } from './walk.ts';

const REQUEST = { interceptType: 'RETURN_TO_SENDER', payer: 'SENDER', ...reason };
const ON_ITS_WAY = ['PICKED_UP', 'ARRIVED_HUB'];
const NEEDS = { needs: 'SCANS' } as const;

const asked = async (stage: Stage, waybillNo: string): Promise<Subject | undefined> => {
  const answer = await stage.call('interceptWaybill', {
    path: { waybillNo },
    body: REQUEST,
    intent: 'PREPARE',
  });
  const { interceptId, revision } = answerOf(answer) ?? {};
  return isAccepted(answer)
    ? { path: { waybillNo, interceptId: String(interceptId) }, revision: Number(revision) }
    : undefined;
};

/** An intercept of a parcel on its way, of which nothing came yet. */
const open = async (stage: Stage): Promise<Subject | undefined> => {
  const made = await stage.prepare('waybill');
  if ('blocked' in made || !(await scanned(stage, made.waybillNo, ON_ITS_WAY))) return undefined;
  return asked(stage, made.waybillNo);
};

/** The scans that follow from an intercept. */
const followed = async (
  stage: Stage,
  subject: Subject | undefined,
  ...codes: readonly string[]
): Promise<Subject | undefined> =>
  subject !== undefined && (await scanned(stage, subject.path.waybillNo ?? '', codes))
    ? subject
    : undefined;

/** An intercept of a parcel that is on its way back already. */
const needless = async (stage: Stage): Promise<Subject | undefined> => {
  const back = await followed(stage, await open(stage), 'INTERCEPT_ACCEPTED', 'RETURN_STARTED');
  return back && asked(stage, back.path.waybillNo ?? '');
};

/** An intercept of two parcels that travel together, one of which has arrived before it. */
const half = async (stage: Stage): Promise<Subject | undefined> => {
  const packages = ['P1', 'P2'].map((packageId) => stage.invent.package({ packageId }));
  const order = stage.invent.order({ packages });
  const mother = await stage.prepare('waybill', { order });
  if ('blocked' in mother) return undefined;
  const child = await stage.call('createWaybill', {
    body: stage.invent.waybill({
      orderNo: mother.orderNo,
      packageId: 'P2',
      parentWaybillNo: mother.waybillNo,
      labelFormat: labelFormatOf(stage),
    }),
    intent: 'PREPARE',
  });
  const gone = [...ON_ITS_WAY, 'OUT_FOR_DELIVERY', 'DELIVERED'];
  if (
    !isAccepted(child) ||
    !(await scanned(stage, mother.waybillNo, ON_ITS_WAY)) ||
    !(await scanned(stage, String(answerOf(child)?.waybillNo), gone))
  )
    return undefined;
  return followed(stage, await asked(stage, mother.waybillNo), 'INTERCEPT_ACCEPTED');
};

const scansOf = (code: string) => (stage: Stage, subject: Subject) =>
  followed(stage, subject, code);

/** Intercepts: while one is open another is refused; whatever became of it is its end. */
export const intercept: Walk = {
  entity: 'intercept',
  role: 'courier',
  read: 'getIntercept',
  states: {
    REQUESTED: { ...NEEDS, isOptional: true, reach: open },
    ACCEPTED: { ...NEEDS, isOptional: true, reach: open },
    SUCCEEDED: {
      ...NEEDS,
      reach: async (stage) => followed(stage, await open(stage), 'INTERCEPT_ACCEPTED'),
    },
    FAILED: {
      ...NEEDS,
      reach: async (stage) => {
        await needless(stage);
        return followed(stage, await open(stage), 'INTERCEPT_FAILED');
      },
    },
    PARTIAL: { ...NEEDS, reach: half },
  },
  facts: {
    INTERCEPT_SUCCEEDED: { ...NEEDS, from: ['ACCEPTED'], cause: scansOf('INTERCEPT_ACCEPTED') },
    INTERCEPT_FAILED: { ...NEEDS, from: ['ACCEPTED'], cause: scansOf('INTERCEPT_FAILED') },
  },
  commands: {
    interceptWaybill: (_stage, { path }) => ({ path, body: REQUEST }),
  },
  givenIn: { interceptWaybill: ['REQUESTED', 'ACCEPTED'] },
};
