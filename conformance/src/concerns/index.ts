import type { ModuleSuite } from '../modules/suite.ts';
import { annotationSuite } from './annotation/index.ts';
import { auditSuite } from './audit/index.ts';
<<<<<<< HEAD
import { edgeSuite } from './edge/index.ts';
import { leaksSuite } from './leaks/index.ts';
import { relaySuite } from './relay/index.ts';
import { revealsSuite } from './reveals/index.ts';
import { viewsSuite } from './views/index.ts';

/** The suites of what belongs to no module: one line a family of requirements. */
export const concernSuites: readonly ModuleSuite[] = [
  annotationSuite,
  auditSuite,
  edgeSuite,
  leaksSuite,
  relaySuite,
  revealsSuite,
  viewsSuite,
];
=======
import { labelSuite } from './labels/index.ts';

/** The suites of what belongs to no module: one line a family of requirements. */
export const concernSuites: readonly ModuleSuite[] = [auditSuite, labelSuite];
>>>>>>> 2cccbb4 (conformance(labels): text, codes and metadata of labels are read and judged, and what a handover and an attestation tell)
