import { exampleBody } from '../../drive/example.ts';
import { walkFrom } from '../../models/walk-from.ts';
import type { ModuleSuite } from '../suite.ts';
import { crossBorderChecks } from './checks.ts';
import { crossBorderDeclared } from './cross-border-declared.ts';
import { crossBorderGoods } from './cross-border-goods.ts';
import { crossBorderItems } from './cross-border-items.ts';
import { crossBorderOffices } from './cross-border-offices.ts';
import { crossBorderReplies } from './cross-border-replies.ts';
import { crossBorderFaults } from './faults.ts';
import { declarationOf, itemNumber } from './goods.ts';

/** The suite of module `cross-border`. */
export const crossBorderSuite: ModuleSuite = {
  scenarios: [
    crossBorderDeclared,
    crossBorderGoods,
    crossBorderReplies,
    crossBorderItems,
    crossBorderOffices,
  ],
  checks: crossBorderChecks,
  faults: crossBorderFaults,
  twins: {
    submitDeclaration: async (stage) => ({ body: declarationOf(stage) }),
    submitItemDescription: async (stage) => ({
      as: 'courier',
      body: { ...exampleBody('submitItemDescription'), s10: itemNumber(stage) },
    }),
    reportBondedMove: async () => ({
      as: 'warehouse',
      body: exampleBody('reportBondedMove'),
    }),
  },
  walks: [
    walkFrom({
      entity: 'customs-declaration',
      role: 'customs-agent',
      read: 'getDeclaration',
      begin: {
        operation: 'submitDeclaration',
        input: (stage) => ({ body: declarationOf(stage) }),
      },
    }),
  ],
};
