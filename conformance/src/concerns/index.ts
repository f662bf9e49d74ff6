import type { ModuleSuite } from '../modules/suite.ts';
import { auditSuite } from './audit/index.ts';
import { edgeSuite } from './edge/index.ts';
import { leaksSuite } from './leaks/index.ts';
import { relaySuite } from './relay/index.ts';

/** The suites of what belongs to no module: one line a family of requirements. */
export const concernSuites: readonly ModuleSuite[] = [
  auditSuite,
  edgeSuite,
  leaksSuite,
  relaySuite,
];
