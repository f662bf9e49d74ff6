import { dueAfter } from '@openwaybill/reference/claims';
import type { ExceptionReport } from '@openwaybill/schemas';
import { uuid7 } from '../../engine/invent.ts';
import { Refusal } from '../../engine/refusal.ts';
import { isAtEnd } from '../../parcels/fold-parcel.ts';
import { recordObservation } from '../../parcels/record-observation.ts';
import type { StoredParcel } from '../../parcels/stored-parcel.ts';
import { happensAt } from '../../resources/due.ts';
import type { Happening, Hooks } from '../../resources/hooks.ts';
import { dueBy } from './terms.ts';

/** How long the courier takes to do what it was told, or what it does by default. */
const RESOLVED_AFTER = 'P1D';

/** The scan by which an instruction is carried out. */
const SCANS = {
  RETURN: 'RETURN_STARTED',
  DESTROY: 'DESTROYED',
  REDELIVER: 'OUT_FOR_DELIVERY',
} as const;

/** A late parcel on its way: an exception that no scan tells of. */
const invented = async ({ system, unit, now, owner }: Happening): Promise<ExceptionReport> => {
  const parcels = (await unit.list({ collection: 'parcel', owner })).map(
    (row) => row.body as StoredParcel,
  );
  const parcel = parcels.findLast((one) => !isAtEnd(one, now));
  if (parcel === undefined) throw new Refusal('NOT_FOUND');
  return reportOf({ system, unit, now, owner }, parcel.waybillNo, 'DELAY');
};

/** What a courier reports of a parcel at the moment at which it finds it. */
export const reportOf = async (
  { system, unit, now, owner }: Pick<Happening, 'system' | 'unit' | 'now' | 'owner'>,
  waybillNo: string,
  kind: ExceptionReport['kind'],
): Promise<ExceptionReport> => ({
  exceptionId: uuid7(system.random, Date.parse(now)),
  waybillNo,
  kind,
  severity: kind === 'LOST' ? 'HIGH' : 'MEDIUM',
  foundAt: now,
  evidence: [],
  instructionDueAt: await dueBy(unit, owner, now, 'instructionWithin'),
  status: 'RAISED',
  revision: 1,
  createdAt: now,
  updatedAt: now,
});

/** Exceptions of a courier's parcels. */
export const exceptionHooks: Hooks = {
  lifecycle: 'exception',
  invent: invented,
  changed: async ({ system, unit, owner, now }, next, before) => {
    const { exceptionId, waybillNo, status, instruction } = next as ExceptionReport;
    if (status === before?.status) return;
    const of = { collection: 'exceptions', owner, id: exceptionId };
    if (status === 'INSTRUCTED' || status === 'DEFAULTED')
      happensAt(system, unit, dueAfter(now, RESOLVED_AFTER), of, 'EXCEPTION_RESOLVED');
    const eventCode =
      status === 'INSTRUCTED' ? SCANS[instruction as keyof typeof SCANS] : undefined;
    if (eventCode !== undefined)
      await recordObservation(system, unit, now, owner, { waybillNo, eventCode });
  },
};
