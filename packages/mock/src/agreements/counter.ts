import type { Agreement, AgreementCounter } from '@openwaybill/schemas';
import { command } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { changeAgreement, putSide, sideOf } from './change-agreement.ts';

/** New terms by either party: a revision more, and every signature gone. */
export const counter = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  by: string,
  agreement: Agreement,
  { baseRevision: _, ...terms }: AgreementCounter,
): Promise<Agreement> => {
  const side = await sideOf(unit, agreement.agreementId);
  const { to } = command(system.lifecycle('agreement'), agreement.status, 'counter-agreement', {
    OTHER_PARTY_SPOKE: side.spokeLast !== by,
  });
  putSide(unit, owner, agreement.agreementId, now, { ...side, spokeLast: by });
  return changeAgreement(system, unit, now, owner, agreement, {
    ...terms,
    agreementId: agreement.agreementId,
    status: to as Agreement['status'],
    revision: agreement.revision + 1,
    signatures: [],
    createdAt: agreement.createdAt,
    updatedAt: now,
  });
};
