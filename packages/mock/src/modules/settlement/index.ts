import type { ChargeAdvice } from '@openwaybill/schemas';
import type { Follower, ModuleBehaviours } from '../../resources/hooks.ts';
import { adviceIssue, adviseCharges } from './advise.ts';
import { cash, followScan } from './cash.ts';
import { disputes } from './disputes.ts';
import { closePeriod, isDisputed, listStatementLines } from './statements.ts';

/** A parcel that is taken over is weighed, and one that is paid for has its cash collected. */
const follow: Follower = async (system, unit, now, parcel, eventCode) => {
  const event = parcel.events.at(-1);
  if (eventCode === undefined || event === undefined) return;
  if (eventCode === 'PICKED_UP') await adviseCharges(system, unit, now, parcel);
  await followScan(system, unit, now, parcel, event);
};

/** Advices of what was carried, statements of them, disputes about their lines, and cash that is remitted once. */
export const settlement: ModuleBehaviours = {
  operations: { 'list-statement-lines': listStatementLines },
  resources: {
    'charge-advices': {
      changed: ({ system, unit, now, owner }, next) =>
        system.emit(unit, now, {
          type: 'org.openwaybill.settlement.advice.issued',
          to: owner,
          data: adviceIssue(next as ChargeAdvice, now),
        }),
    },
    statements: {
      invent: closePeriod,
      guards: async ({ system, unit, owner }, before) => ({
        NONE_OPEN:
          before === undefined || !(await isDisputed(system, unit, owner, before.statementId)),
      }),
    },
    disputes,
    'cod-instructions': cash,
  },
  followsParcel: follow,
};
