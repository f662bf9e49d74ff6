import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import { walkFrom } from '../../models/walk-from.ts';
import type { ModuleSuite } from '../suite.ts';
import { account, cash } from './cash.ts';
import { settlementChecks } from './checks.ts';
import { settlementFaults } from './faults.ts';
import { disputeWalk, statement, statementWalk } from './statement.ts';

/** An instruction for a waybill of its own. */
const instruction = async (stage: Stage) => {
  const made = await stage.prepare('waybill');
  return 'blocked' in made
    ? undefined
    : { body: { ...exampleBody('instructCod'), waybillNo: made.waybillNo } };
};

/** Money: advices, statements and disputes about them, cash on delivery. */
export const settlementSuite: ModuleSuite = {
  scenarios: [account, statement, cash],
  checks: settlementChecks,
  faults: settlementFaults,
  twins: { instructCod: instruction },
  walks: [
    walkFrom({
      entity: 'cod',
      role: 'courier',
      read: 'getCod',
      begin: { operation: 'instructCod', input: instruction },
      // amounts differ only where somebody paid or sent another one
      unreached: ['DISCREPANT'],
    }),
    statementWalk,
    disputeWalk,
  ],
};
