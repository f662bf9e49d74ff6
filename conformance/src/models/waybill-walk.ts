import { holds } from '../applicability.ts';
import { labelFormatOf } from '../drive/prepare.ts';
import type { Stage } from '../drive/stage.ts';
import { answerOf, codeOfAnswer, isAccepted } from '../transcript/body.ts';
import { ENDS, reason, scanned, takenBack, waybillSubject } from './reached.ts';
import type { Subject, Walk } from './walk.ts';

const prepared =
  (status?: 'LABELLED' | 'VOIDED') =>
  async (stage: Stage): Promise<Subject | undefined> => {
    const made = await stage.prepare('waybill', status === undefined ? {} : { status });
    return 'blocked' in made ? undefined : waybillSubject(stage, made.waybillNo);
  };

const shipped =
  (codes: readonly string[]) =>
  async (stage: Stage): Promise<Subject | undefined> => {
    const made = await stage.prepare('waybill');
    if ('blocked' in made || !(await scanned(stage, made.waybillNo, codes))) return undefined;
    return waybillSubject(stage, made.waybillNo);
  };

const scansOf =
  (codes: readonly string[]) =>
  (stage: Stage, { path }: Subject) =>
    scanned(stage, path.waybillNo ?? '', codes);

const HOUR = 3_600_000;

/** A number that is kept for the runner for an hour, looked for as if it were a waybill already. */
const reserved = async (stage: Stage): Promise<Subject | undefined> => {
  if (!holds({ offers: 'allocateWaybillNumbers' }, stage.claim)) return undefined;
  const { carrierAccountId } = stage.invent.waybill({ orderNo: 'OW' });
  const allocated = await stage.call('allocateWaybillNumbers', {
    body: {
      carrierAccountId,
      numberCount: 1,
      expiresAt: new Date((await stage.now()) + HOUR).toISOString(),
    },
    intent: 'PREPARE',
  });
  const [waybillNo] = answerOf(allocated)?.numbers ?? [];
  if (!isAccepted(allocated) || typeof waybillNo !== 'string') return undefined;
  const path = { waybillNo };
  await stage.call('getWaybill', { path, probe: 'reached.waybill.RESERVED' });
  return { path, revision: 1 };
};

/** Asks for a waybill under a number that is kept for the runner. */
const binding = async (stage: Stage, { path }: Subject) => {
  const order = await stage.prepare('order');
  return {
    body: {
      ...stage.invent.waybill({
        orderNo: 'blocked' in order ? stage.invent.orderNo() : order.orderNo,
        labelFormat: labelFormatOf(stage),
      }),
      allocationMode: 'POOL',
      waybillNo: path.waybillNo,
    },
  };
};

/** One that is kept no more: it can be bound no more. */
const fallenBack = async (stage: Stage): Promise<Subject | undefined> => {
  const subject = await reserved(stage);
  if (subject === undefined) return undefined;
  await stage.advance('PT2H');
  const bound = await stage.call('createWaybill', await binding(stage, subject));
  return codeOfAnswer(bound) === 'RULE_VIOLATION' ? subject : undefined;
};

/** Waybills: every state in which they are read, and those of a number that is none yet. */
export const waybill: Walk = {
  entity: 'waybill',
  role: 'courier',
  read: 'getWaybill',
  movesClock: true,
  states: {
    LABELLED: { reach: prepared('LABELLED') },
    VOIDED: { reach: prepared('VOIDED') },
    ACTIVE: { needs: 'SCANS', reach: shipped(['PICKED_UP']) },
    FINALISED: { needs: 'SCANS', reach: shipped(ENDS.delivered) },
    RESERVED: { isOptional: true, isHidden: true, reach: reserved },
    EXPIRED: { needs: 'CLOCK', isOptional: true, isHidden: true, reach: fallenBack },
  },
  coversFacts: true,
  facts: {
    FIRST_PHYSICAL_SCAN: {
      needs: 'SCANS',
      from: ['BOUND', 'LABELLED'],
      cause: scansOf(['PICKED_UP']),
    },
    PARCEL_TERMINAL: { needs: 'SCANS', from: ['ACTIVE'], cause: scansOf(ENDS.delivered.slice(1)) },
    PARCEL_OPEN_AGAIN: {
      needs: 'SCANS',
      from: ['FINALISED'],
      cause: (stage, { path }) => takenBack(stage, path.waybillNo ?? ''),
    },
  },
  givenIn: { createWaybill: ['RESERVED'] },
  commands: {
    createWaybill: binding,
    cancelWaybill: (_stage, { path }) => ({ path, body: reason }),
    updateWaybill: (_stage, { path, revision }) => ({
      path,
      body: { weightGrams: 3_210 },
      ifMatch: revision,
    }),
    confirmPrint: (_stage, { path }) => ({
      path,
      body: { printedAt: '2026-11-22T08:00:00+08:00', copyCount: 1, reprintReason: '换纸' },
    }),
    getWaybillLabel: (_stage, { path }) => ({ path }),
    interceptWaybill: (_stage, { path }) => ({
      path,
      body: { interceptType: 'RETURN_TO_SENDER', payer: 'SENDER', ...reason },
    }),
  },
};
