import type { Stage } from '../drive/stage.ts';
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

/** Waybills: every state in which they are read. */
export const waybill: Walk = {
  entity: 'waybill',
  role: 'courier',
  read: 'getWaybill',
  states: {
    LABELLED: { reach: prepared('LABELLED') },
    VOIDED: { reach: prepared('VOIDED') },
    ACTIVE: { needs: 'SCANS', reach: shipped(['PICKED_UP']) },
    FINALISED: { needs: 'SCANS', reach: shipped(ENDS.delivered) },
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
  commands: {
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
