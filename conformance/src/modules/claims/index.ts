import type { ModuleSuite } from '../suite.ts';
import { claimBody, complaintBody } from './bodies.ts';
import { claimsChecks } from './checks.ts';
import { claimsCourse } from './claims-course.ts';
import { claimsOneLive } from './claims-one-live.ts';
import { claimsTexts } from './claims-texts.ts';
import { claimsFaults } from './faults.ts';
import { claimWalk, complaintWalk, exceptionWalk, regulatorComplaintWalk } from './walks.ts';

/** Exceptions, claims and complaints, and the times in which they are dealt with. */
export const claimsSuite: ModuleSuite = {
  scenarios: [claimsTexts, claimsOneLive, claimsCourse],
  checks: claimsChecks,
  faults: claimsFaults,
  walks: [claimWalk, complaintWalk, regulatorComplaintWalk, exceptionWalk],
  twins: {
    fileClaim: async (stage) => {
      const body = await claimBody(stage);
      return body === undefined
        ? undefined
        : { body, read: { operation: 'getClaim', path: { claimId: body.claimId } } };
    },
    openComplaint: async (stage) => {
      const body = await complaintBody(stage);
      return body === undefined
        ? undefined
        : {
            body,
            // a regulator is called by couriers, and takes complaints from platforms alone
            ...(stage.has('platform') ? { as: 'platform' as const } : {}),
            read: { operation: 'getComplaint', path: { complaintId: body.complaintId } },
          };
    },
  },
};
