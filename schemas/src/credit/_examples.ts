import type { BlacklistEntry, BlacklistProposal } from './blacklist-entry.ts';
import type { CreditEvaluation } from './credit-evaluation.ts';
import type { SelfDisciplinePledge } from './self-discipline-pledge.ts';

const DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** A person, listed for malicious orders for two years less a day. */
export const personProposal: BlacklistProposal = {
  subjectKind: 'PERSON',
  subjectToken: 'ct_47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
  reasonCode: 'MALICIOUS_ORDER',
  evidenceSha256: DIGEST,
  decidedBy: { partyId: '91210200MA0000001M', role: 'platform' },
  effectiveFromAt: '2026-12-15T00:00:00+08:00',
  expiresAt: '2028-12-14T00:00:00+08:00',
  appealUntilAt: '2026-12-15T00:00:00+08:00',
  humanReviewed: true,
};

export const personEntry: BlacklistEntry = {
  entryId: '019398a0-0000-7000-8000-00000000c001',
  ...personProposal,
  status: 'PROPOSED',
  revision: 1,
  createdAt: '2026-11-22T10:00:00+08:00',
  updatedAt: '2026-11-22T10:00:00+08:00',
};

export const timeliness: CreditEvaluation = {
  evaluationId: '019398a0-0000-7000-8000-00000000c002',
  subject: { partyId: '91210200MA0000002Q', role: 'courier' },
  dimension: 'TIMELINESS',
  score: 935,
  evidenceRefs: ['019398a0-0000-7000-8000-000000000501'],
  period: { fromOn: '2026-10-01', toOn: '2026-10-31' },
  methodVersion: 'openwaybill-2026-11',
  revision: 1,
  createdAt: '2026-11-02T09:00:00+08:00',
  updatedAt: '2026-11-02T09:00:00+08:00',
};

export const convention: SelfDisciplinePledge = {
  pledgeId: '019398a0-0000-7000-8000-00000000c003',
  party: { partyId: '91210200MA0000002Q', role: 'courier' },
  conventionName: '样例市快递业自律公约',
  signedOn: '2026-11-11',
  termsSha256: DIGEST,
  revision: 1,
  createdAt: '2026-11-11T09:00:00+08:00',
  updatedAt: '2026-11-11T09:00:00+08:00',
};
