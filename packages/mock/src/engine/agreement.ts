import type { Agreement, OperationEntry } from '@openwaybill/schemas';
import { after, type Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import type { Counterparty } from './options.ts';
import { Refusal } from './refusal.ts';
import { remembered } from './remembered.ts';

const agreements = (unit: Unit, partyId: string): Soon<readonly Agreement[]> =>
  unit.bodies('agreement', partyId);

/** Those of a list that are EFFECTIVE, since the list of a unit is asked for by each event of it. */
const effective = new WeakMap<readonly Agreement[], readonly Agreement[]>();

/** The EFFECTIVE agreements with an organisation, oldest first. */
export const effectiveAgreements = (unit: Unit, partyId: string): Soon<readonly Agreement[]> =>
  after(agreements(unit, partyId), (all) =>
    remembered(effective, all, () => all.filter(({ status }) => status === 'EFFECTIVE')),
  );

/** The EFFECTIVE agreements with an organisation that name a module, oldest first. */
export const agreementsOn = async (
  unit: Unit,
  partyId: string,
  module: string,
): Promise<readonly Agreement[]> =>
  (await effectiveAgreements(unit, partyId)).filter(({ modules }) =>
    modules.some((name) => name === module),
  );

/** Whether there is one. */
export const isAgreed = async (unit: Unit, partyId: string, module: string): Promise<boolean> =>
  (await agreementsOn(unit, partyId, module)).length > 0;

/** Whether any agreement with an organisation is EFFECTIVE: what events ask for. */
export const hasAgreement = async (unit: Unit, partyId: string): Promise<boolean> =>
  (await effectiveAgreements(unit, partyId)).length > 0;

/** The EFFECTIVE agreements with an organisation by their ids, as a token names them. */
export const effectiveAgreementIds = async (
  unit: Unit,
  partyId: string,
): Promise<readonly string[]> =>
  (await effectiveAgreements(unit, partyId)).map(({ agreementId }) => agreementId);

/** Whether an agreement is only suspended: its events wait, and are not lost. */
export const isSuspended = async (unit: Unit, partyId: string): Promise<boolean> =>
  (await agreements(unit, partyId)).some(({ status }) => status === 'SUSPENDED');

/** Step 8 of judgement, its third part. */
export const demandAgreement = async (
  unit: Unit,
  { partyId, role }: Counterparty,
  operation: OperationEntry,
): Promise<void> => {
  // organisations agree on the data of a person; the person reads their own without
  if (role === 'consignee') return;
  if (operation.agreement === 'none' || operation.token === 'none') return;
  if (!(await isAgreed(unit, partyId, operation.module))) throw new Refusal('AGREEMENT_MISSING');
};
