import type { ModuleSuite } from '../../modules/suite.ts';
import { signatureChecks } from './checks.ts';
import { signatureFaults } from './faults.ts';
import { forgedTokens } from './forged-tokens.ts';
import { signedRequests } from './signed-requests.ts';
import { signedReveals } from './signed-reveals.ts';

/** Tokens and signatures: who called, and that nobody else wrote what came. */
export const signatureSuite: ModuleSuite = {
  scenarios: [forgedTokens, signedRequests, signedReveals],
  checks: signatureChecks,
  faults: signatureFaults,
};
