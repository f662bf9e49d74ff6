import type { ModuleSuite } from '../../modules/suite.ts';
import { revealChecks } from './checks.ts';
import { revealFaults } from './faults.ts';
import { revealApproval } from './reveal-approval.ts';
import { revealGates } from './reveal-gates.ts';
import { revealLife } from './reveal-life.ts';
import { revealPurposes } from './reveal-purposes.ts';
import { revealQuota, revealQuotas } from './reveal-quota.ts';
import { revealReplay } from './reveal-replay.ts';
import { revealSealed } from './reveal-sealed.ts';
import { revealSubject } from './reveal-subject.ts';
import { revealWalk } from './reveal-walk.ts';
import { revealWithdrawn } from './reveal-withdrawn.ts';
import { sealedRecipient } from './sealed-recipient.ts';
import { subjectAccess } from './subject-access.ts';

/** Reveals: gates, purposes, seals, replays, quotas, and what the person sees of them. */
export const revealsSuite: ModuleSuite = {
  scenarios: [
    revealGates,
    revealPurposes,
    revealSealed,
    revealApproval,
    revealQuota,
    revealQuotas,
    revealSubject,
    revealReplay,
    revealLife,
    revealWithdrawn,
    sealedRecipient,
    subjectAccess,
  ],
  checks: revealChecks,
  faults: revealFaults,
  walks: [revealWalk],
};
