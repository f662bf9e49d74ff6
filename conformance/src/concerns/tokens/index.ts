import type { ModuleSuite } from '../../modules/suite.ts';
import { tokenChecks } from './checks.ts';
import { eraseHeld, orderRetention } from './erase-held.ts';
import { erasePerson } from './erase-person.ts';
import { eraseUnderHold } from './erase-under-hold.ts';
import { retentionChecks } from './erasure-checks.ts';
import { tokenFaults } from './faults.ts';
import { mergeKey } from './merge-key.ts';
import { tokenLife } from './token-life.ts';
import { tokenSample } from './token-sample.ts';

/** References and keys that stand for a person, and what is left when they end. */
export const tokenSuite: ModuleSuite = {
  scenarios: [
    tokenSample,
    tokenLife,
    mergeKey,
    erasePerson,
    eraseHeld,
    eraseUnderHold,
    orderRetention,
  ],
  checks: [...tokenChecks, ...retentionChecks],
  faults: tokenFaults,
};
