import type { Agreement } from '@openwaybill/schemas';
import { revealsOfOwner } from '../consignees/stored-reveal.ts';
import { withdrawReveals } from '../consignees/withdraw-reveals.ts';
import { effectiveAgreements } from '../engine/agreement.ts';
import type { System } from '../engine/system.ts';
import { keptUntil } from '../erasures/retention.ts';
import { recordRow, resourceRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { endOfDay, startOfDay } from './civil-day.ts';

/** What is known about an agreement beside what its parties read: who acts next is decided by it. */
export type AgreementSide = {
  readonly spokeLast: string;
  readonly suspendedBy?: string;
  /** The day of a termination that was announced. */
  readonly endsOn?: string;
};

export const sideOf = async (unit: Unit, agreementId: string): Promise<AgreementSide> =>
  (await unit.get<AgreementSide>('agreement-side', agreementId)) ?? { spokeLast: '' };

export const putSide = (
  unit: Unit,
  owner: string,
  agreementId: string,
  now: string,
  side: AgreementSide,
): void => unit.put(recordRow('agreement-side', agreementId, owner, now, side));

const ENDED: readonly string[] = ['TERMINATED', 'EXPIRED'];

/** Grants that no agreement covers any more end with it. */
const withdrawUncovered = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
): Promise<void> => {
  const left = await effectiveAgreements(unit, owner);
  const reveals = await revealsOfOwner(unit, owner);
  await withdrawReveals(
    system,
    unit,
    now,
    reveals.filter(
      ({ purpose }) => !left.some(({ purposes }) => purposes.some((one) => one === purpose)),
    ),
  );
};

/** Timers of an agreement, by kind. */
export const EFFECTIVE_FROM = 'agreement-effective';
export const EFFECTIVE_TO = 'agreement-expires';
export const TERMINATION_DUE = 'agreement-ends';
export const AGREEMENT_RETENTION = 'agreement-retention';

/**
 * Stores an agreement in its next state, tells the other party where the status changed, and sets the timers of the
 * state. The revision numbers the terms, so that no change of status raises it.
 */
export const changeAgreement = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  before: Agreement | undefined,
  after: Agreement,
): Promise<Agreement> => {
  const stored: Agreement = { ...after, updatedAt: now };
  unit.put(resourceRow('agreement', stored.agreementId, owner, stored));
  if (before?.status === stored.status) return stored;
  if (ENDED.includes(stored.status)) await withdrawUncovered(system, unit, now, owner);
  if (system.lifecycle('agreement').states[stored.status]?.terminal)
    system.schedule(unit, {
      tenant: owner,
      kind: AGREEMENT_RETENTION,
      ref: stored.agreementId,
      dueAt: keptUntil(now, 'record'),
    });
  const timer = { tenant: owner, ref: stored.agreementId };
  if (stored.status === 'SIGNED')
    system.schedule(unit, {
      ...timer,
      kind: EFFECTIVE_FROM,
      dueAt: startOfDay(stored.effectiveFromOn),
    });
  if (stored.status === 'EFFECTIVE' && stored.effectiveToOn !== undefined)
    system.schedule(unit, { ...timer, kind: EFFECTIVE_TO, dueAt: endOfDay(stored.effectiveToOn) });
  await system.emit(unit, now, {
    type: 'org.openwaybill.agreement.status.changed',
    to: owner,
    data: {
      agreementId: stored.agreementId,
      ...(before === undefined ? {} : { fromStatus: before.status }),
      toStatus: stored.status,
      revision: stored.revision,
      occurredAt: now,
    },
  });
  return stored;
};
