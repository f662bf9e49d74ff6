import type { ModuleSuite } from '../suite.ts';
import { returnsChecks } from './checks.ts';
import { returnsFaults } from './faults.ts';
import { platformReturnWalk } from './platform-walk.ts';
import { returnBody } from './return-body.ts';
import { returnsRefund } from './returns-refund.ts';
import { returnsWayBack } from './returns-way-back.ts';
import { returnWalk } from './walk.ts';

/** Returns: the way back at a courier, the refund at a platform. */
export const returnsSuite: ModuleSuite = {
  scenarios: [returnsWayBack, returnsRefund],
  checks: returnsChecks,
  faults: returnsFaults,
  walks: [returnWalk, platformReturnWalk],
  // nothing comes back that was not delivered
  twinNeeds: { authoriseReturn: 'SCANS' },
  twins: {
    authoriseReturn: async (stage) => {
      const body = await returnBody(stage);
      return body === undefined
        ? undefined
        : { body, read: { operation: 'getReturn', path: { rmaNo: body.rmaNo } } };
    },
  },
};
