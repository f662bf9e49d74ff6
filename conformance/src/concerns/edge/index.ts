import type { ModuleSuite } from '../../modules/suite.ts';
import { edgeChecks } from './checks.ts';
import { edgeFaults } from './faults.ts';
import { keyRotation } from './key-rotation.ts';
import {
  callbackTargets,
  foreignKey,
  goneReceiver,
  subscriptionSecrets,
  walking,
} from './scenarios.ts';

/** What stands at the edge of every system: keys, targets, secrets, errors, numbers. */
export const edgeSuite: ModuleSuite = {
  scenarios: [callbackTargets, subscriptionSecrets, goneReceiver, keyRotation, foreignKey, walking],
  checks: edgeChecks,
  faults: edgeFaults,
};
