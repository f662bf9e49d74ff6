import type { Agreement, OperationEntry } from '@openwaybill/schemas';
import type { Unit } from '../store/unit.ts';
import { Refusal } from './refusal.ts';

const agreements = async (unit: Unit, partyId: string): Promise<readonly Agreement[]> =>
  (await unit.list({ collection: 'agreement', owner: partyId })).map(
    (row) => row.body as Agreement,
  );

/** The EFFECTIVE agreement with an organisation that names a module. */
export const agreementWith = async (
  unit: Unit,
  partyId: string,
  module: string,
): Promise<Agreement | undefined> =>
  (await agreements(unit, partyId)).find(
    ({ status, modules }) => status === 'EFFECTIVE' && modules.some((name) => name === module),
  );

/** Whether there is one. */
export const isAgreed = async (unit: Unit, partyId: string, module: string): Promise<boolean> =>
  (await agreementWith(unit, partyId, module)) !== undefined;

/** Whether any agreement with an organisation is EFFECTIVE: what events ask for. */
export const hasAgreement = async (unit: Unit, partyId: string): Promise<boolean> =>
  (await agreements(unit, partyId)).some(({ status }) => status === 'EFFECTIVE');

/** Whether an agreement is only suspended: its events wait, and are not lost. */
export const isSuspended = async (unit: Unit, partyId: string): Promise<boolean> =>
  (await agreements(unit, partyId)).some(({ status }) => status === 'SUSPENDED');

/** Step 8 of judgement, its third part. */
export const demandAgreement = async (
  unit: Unit,
  partyId: string,
  operation: OperationEntry,
): Promise<void> => {
  if (operation.agreement === 'none' || operation.token === 'none') return;
  if (!(await isAgreed(unit, partyId, operation.module))) throw new Refusal('AGREEMENT_MISSING');
};
