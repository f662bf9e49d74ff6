import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import { walkFrom } from '../../models/walk-from.ts';
import type { ModuleSuite } from '../suite.ts';
import { servicePointChecks } from './checks.ts';
import { directory } from './directory.ts';
import { servicePointFaults } from './faults.ts';
import { filing } from './filing.ts';
import { ownPoints } from './own-points.ts';
import { stock } from './stock.ts';

/** Who says such things of points. */
const OPERATOR = { as: 'service-point' } as const;

const freshPoint = (stage: Stage) => ({ path: { pointId: stage.invent.uuid() } });

const freshFiling = (stage: Stage) => ({
  body: { ...exampleBody('submitOutletFiling'), pointId: stage.invent.uuid() },
});

/** Directories of points, their filings, inspections and stock. */
export const servicePointSuite: ModuleSuite = {
  scenarios: [directory, ownPoints, filing, stock],
  checks: servicePointChecks,
  faults: servicePointFaults,
  twins: {
    putServicePoint: async (stage) => ({
      ...OPERATOR,
      ...freshPoint(stage),
      body: exampleBody('putServicePoint'),
    }),
    putRuralDeclaration: async (stage) => ({
      ...OPERATOR,
      ...freshPoint(stage),
      body: exampleBody('putRuralDeclaration'),
    }),
    submitOutletFiling: async (stage) => freshFiling(stage),
    reportPointInventory: async (stage) => ({
      ...OPERATOR,
      body: { ...exampleBody('reportPointInventory'), pointId: stage.invent.uuid() },
    }),
  },
  walks: [
    walkFrom({
      entity: 'outlet-filing',
      role: 'regulator',
      read: 'getOutletFiling',
      begin: { operation: 'submitOutletFiling', input: freshFiling },
    }),
  ],
};
