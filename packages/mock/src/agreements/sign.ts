import type { Agreement, AgreementSignature } from '@openwaybill/schemas';
import { command } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { changeAgreement } from './change-agreement.ts';

/** Adds a signature that was found right. All parties' signatures of one revision make the agreement SIGNED. */
export const sign = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  by: string,
  agreement: Agreement,
  signature: AgreementSignature,
): Promise<Agreement> => {
  const signatures = [
    ...agreement.signatures.filter(({ partyId }) => partyId !== by),
    { partyId: by, ...signature },
  ];
  const { to } = command(system.lifecycle('agreement'), agreement.status, 'sign-agreement', {
    ALL_SIGNED: agreement.parties.every(({ party }) =>
      signatures.some(({ partyId }) => partyId === party.partyId),
    ),
  });
  return changeAgreement(system, unit, now, owner, agreement, {
    ...agreement,
    status: to as Agreement['status'],
    parties: agreement.parties.map((one) =>
      one.party.partyId === by ? { ...one, signedAt: signature.signedAt } : one,
    ),
    signatures,
  });
};
