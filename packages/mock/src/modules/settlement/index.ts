import type { ChargeAdvice } from '@openwaybill/schemas';
import type { ModuleBehaviours } from '../../resources/hooks.ts';
import { adviceIssue } from './advise.ts';
import { cash } from './cash.ts';
import { disputes } from './disputes.ts';
import { closePeriod, listStatementLines } from './statements.ts';

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
    statements: { invent: closePeriod, guards: () => ({ NONE_OPEN: true }) },
    disputes,
    'cod-instructions': cash,
  },
};
