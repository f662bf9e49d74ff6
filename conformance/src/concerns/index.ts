import type { ModuleSuite } from '../modules/suite.ts';
import { annotationSuite } from './annotation/index.ts';
import { auditSuite } from './audit/index.ts';
import { edgeSuite } from './edge/index.ts';
import { labelSuite } from './labels/index.ts';
import { leaksSuite } from './leaks/index.ts';
import { relaySuite } from './relay/index.ts';
import { revealsSuite } from './reveals/index.ts';
import { signatureSuite } from './signatures/index.ts';
import { tokenSuite } from './tokens/index.ts';
import { viewsSuite } from './views/index.ts';
import { virtualNumbersSuite } from './virtual-numbers/index.ts';

/** The suites of what belongs to no module: one line a family of requirements. */
export const concernSuites: readonly ModuleSuite[] = [
  annotationSuite,
  auditSuite,
  edgeSuite,
  labelSuite,
  leaksSuite,
  relaySuite,
  revealsSuite,
  signatureSuite,
  tokenSuite,
  viewsSuite,
  virtualNumbersSuite,
];
